import { describe, expect, test } from 'vitest'
import { renderJson } from '../../src/reports/json.ts'
import { at, container, finding, hostileTexts, lint, outcome, probe, publication, workflow } from './samples.ts'

const parsed = (given: Parameters<typeof outcome>[0] = {}) => JSON.parse(renderJson(outcome(given)))

describe('report.json', () => {
  test('has the shape that the contract shows', () => {
    const report = parsed()
    expect(Object.keys(report)).toEqual(['schema', 'tool', 'verdict', 'lint', 'probe', 'stripe', 'server'])
    expect(report).toMatchObject({
      schema: 1,
      tool: { name: 'webhook-reach-check', version: '1.2.3' },
      verdict: 'fail'
    })
    expect(Object.keys(report.lint)).toEqual(['files', 'publications', 'routes', 'findings', 'unread'])
    expect(report.lint.publications).toEqual([
      {
        file: workflow,
        line: 3,
        column: 15,
        engine: 'docker',
        placement: 'remote',
        job: 'deploy',
        step: 'Deploy',
        container: 'app',
        image: 'ghcr.io/acme/app',
        hostAddress: '127.0.0.1',
        hostPort: 8000,
        containerPort: '8000-8001',
        protocol: 'tcp',
        dataStore: false,
        proxiedBy: { file: 'deploy/nginx.conf', line: 4, proxy: 'nginx' }
      }
    ])
    expect(report.lint.routes).toEqual([
      {
        file: 'deploy/nginx.conf',
        line: 4,
        proxy: 'nginx',
        listen: [{ port: 443, tls: true }],
        serverNames: ['your-domain.com'],
        path: '/',
        upstream: { host: '127.0.0.1', port: 8000 }
      }
    ])
    expect(report.lint.unread).toEqual([{ file: 'compose.yaml', line: 7, reason: 'broken YAML' }])
  })

  test('a finding has its place, its fix and what it is related to', () => {
    const edits = [
      { ...at(3, 15, 10), text: '' },
      { ...at(1, 1, 0, 'other.yml'), text: 'x' }
    ]
    const related = [{ at: at(4, 5, 3, 'deploy/nginx.conf'), message: 'forwards to 8080' }]
    const found = finding({ related, fix: { description: 'Drop it.', edits } })
    expect(parsed({ lint: lint({ findings: [found] }) }).lint.findings).toEqual([
      {
        rule: 'loopback-without-proxy',
        level: 'error',
        message: found.message,
        file: workflow,
        line: 3,
        column: 15,
        endLine: 3,
        endColumn: 34,
        fix: {
          description: 'Drop it.',
          edits: [
            { line: 3, column: 15, endLine: 3, endColumn: 25, text: '' },
            { file: 'other.yml', line: 1, column: 1, endLine: 1, endColumn: 1, text: 'x' }
          ]
        },
        related: [{ file: 'deploy/nginx.conf', line: 4, message: 'forwards to 8080' }]
      }
    ])
  })

  test.each([
    ['every interface', { hostAddress: null, exposure: 'public' }, { hostAddress: null }],
    ['an unknown address', { hostAddress: null, exposure: 'unknown' }, { hostAddress: 'unknown' }],
    ['a random port', { hostPorts: 'random' }, { hostPort: 'random' }],
    [
      'an unknown port',
      { hostPorts: 'unknown', containerPorts: 'unknown' },
      { hostPort: 'unknown', containerPort: 'unknown' }
    ]
  ] as const)('%s', (_, mapping, expected) => {
    const one = { ...publication, mapping: { ...publication.mapping, ...mapping } }
    const containers = [{ ...container, role: 'data-store' as const, publications: [one] }]
    expect(parsed({ lint: lint({ containers }) }).lint.publications).toMatchObject([
      { ...expected, dataStore: true, proxiedBy: null }
    ])
  })

  test('a probe is as it was, without credentials, the body cut', () => {
    const result = probe({
      url: 'https://user:pass@your-domain.com/x',
      webhook: { status: 400, bodyExcerpt: `\u001b[31m${'x'.repeat(500)}` }
    })
    const [one] = parsed({ probes: [result] }).probe
    expect(one).toMatchObject({
      url: 'https://***@your-domain.com/x',
      diagnosis: 'tcp-refused',
      brokenHop: 'tcp',
      attempts: 4
    })
    expect(one.addresses).toEqual(result.addresses)
    expect(one.webhook.bodyExcerpt).toMatch(/^\\x1b\[31mx+…$/)
    expect(one.webhook.bodyExcerpt).toHaveLength(200)
    expect(Object.keys(one)).toEqual([
      'url',
      'verdict',
      'diagnosis',
      'brokenHop',
      'message',
      'fix',
      'suspect',
      'external',
      'attempts',
      'history',
      'addresses',
      'webhook',
      'health',
      'signed',
      'warnings',
      'faults'
    ])
  })

  test('what was not asked for is null, or empty', () => {
    expect(parsed({ lint: null, probes: [] })).toMatchObject({ lint: null, probe: [], stripe: null, server: null })
  })

  test('foreign text is there to the letter, and no terminal acts on it', () => {
    for (const text of hostileTexts) {
      const rendered = renderJson(outcome({ lint: lint({ findings: [finding({ message: text })] }) }))
      expect(JSON.parse(rendered).lint.findings[0].message).toBe(text)
      expect(rendered).not.toContain('##[')
      expect(rendered).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/u)
    }
  })
})
