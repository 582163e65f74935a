import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Log } from 'sarif'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/model/finding.ts'
import { lineFingerprints } from '../../src/reports/fingerprint.ts'
import { renderSarif } from '../../src/reports/sarif.ts'
import { at, context, finding, hostileTexts, lint, outcome, workflow, workflowText } from './samples.ts'

const ajv = new Ajv2020({ strict: false, allErrors: true })
// The published package is CommonJS: its default export is a property of what is imported.
;(addFormats as unknown as { default: (ajv: Ajv2020) => void }).default(ajv)
/** The official schema (OASIS, errata 01). */
const validate = ajv.compile(JSON.parse(readFileSync('__tests__/fixtures/sarif/sarif-schema-2.1.0.json', 'utf8')))

function render(findings: readonly Finding[], given = {}): Log {
  const log: unknown = JSON.parse(renderSarif(outcome({ lint: lint({ findings, ...given }) }), context))
  validate(log)
  expect(validate.errors).toBeNull()
  return log as Log
}

const edit = { ...at(3, 15, 10), text: '' }
const full = finding({
  related: [{ at: at(4, 5, 3, 'deploy/nginx.conf'), message: 'forwards to 8080' }],
  fix: { description: 'Drop the address.', edits: [edit] }
})

describe('renderSarif', () => {
  test('tells a finding with place, related place, fix and fingerprint', () => {
    const [run] = render([full]).runs
    expect(run?.automationDetails?.id).toBe('webhook-reach-check/')
    expect(run?.results).toEqual([
      {
        ruleId: 'loopback-without-proxy',
        ruleIndex: 0,
        level: 'error',
        message: { text: `${full.message}\nDrop the address.` },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: workflow },
              region: { startLine: 3, startColumn: 15, endLine: 3, endColumn: 34 }
            }
          }
        ],
        relatedLocations: [
          {
            id: 1,
            physicalLocation: {
              artifactLocation: { uri: 'deploy/nginx.conf' },
              region: { startLine: 4, startColumn: 5, endLine: 4, endColumn: 8 }
            },
            message: { text: 'forwards to 8080' }
          }
        ],
        fixes: [
          {
            description: { text: 'Drop the address.' },
            artifactChanges: [
              {
                artifactLocation: { uri: workflow },
                replacements: [
                  {
                    deletedRegion: { startLine: 3, startColumn: 15, endLine: 3, endColumn: 25 },
                    insertedContent: { text: '' }
                  }
                ]
              }
            ]
          }
        ],
        partialFingerprints: { primaryLocationLineHash: lineFingerprints(workflowText)[2] }
      }
    ])
  })

  test('a rule says what it is and where its page is', () => {
    const [rule] = render([full]).runs[0]?.tool.driver.rules ?? []
    expect(rule).toMatchObject({
      id: 'loopback-without-proxy',
      shortDescription: { text: 'Published on loopback, and no proxy forwards to it' },
      helpUri: 'https://github.com/acme/webhook-reach-check/blob/v1/docs/rules/loopback-without-proxy.md',
      defaultConfiguration: { level: 'error' }
    })
    expect(rule?.help?.text).toContain('Only the server itself reaches 127.0.0.1.')
  })

  test('a region never spans lines, and one of no width has no end', () => {
    const [one, two] =
      render([finding({ at: { ...at(3, 15, 1), endLine: 5 } }), finding({ at: at(1, 1, 0) })]).runs[0]?.results ?? []
    expect(one?.locations?.[0]?.physicalLocation?.region).toEqual({ startLine: 3, startColumn: 15 })
    expect(two?.locations?.[0]?.physicalLocation?.region).toEqual({ startLine: 1, startColumn: 1 })
  })

  test('a fingerprint stays when lines come in above', () => {
    const moved = { ...context, sourceText: () => `# new\n\n${workflowText}` }
    const result = (at: Finding['at'], using: typeof context) =>
      JSON.parse(renderSarif(outcome({ lint: lint({ findings: [finding({ at })] }) }), using)).runs[0].results[0]
    expect(result(at(5, 15, 19), moved).partialFingerprints).toEqual(result(at(3, 15, 19), context).partialFingerprints)
  })

  test('what was not read is a notification, and nothing found is no result', () => {
    const [run] = render([]).runs
    expect(run?.results).toEqual([])
    expect(run?.invocations?.[0]?.toolExecutionNotifications).toMatchObject([
      { level: 'warning', message: { text: 'broken YAML' } }
    ])
  })

  test('a run that linted nothing is valid too', () => {
    const log = JSON.parse(renderSarif(outcome({ lint: null }), context))
    expect(validate(log)).toBe(true)
    expect(log.runs[0].results).toEqual([])
  })

  test('no more results than GitHub shows', () => {
    const findings = Array.from({ length: 6000 }, (_, index) => finding({ at: at(index + 1, 1, 1) }))
    expect(render(findings).runs[0]?.results).toHaveLength(5000)
  })

  test.each(hostileTexts.map((text, index) => [index, text] as const))('text %i of an attacker is text', (_, text) => {
    const place = at(1, 1, 1, text === '' ? 'x' : `dir/${text}`)
    const result = finding({
      message: text,
      at: place,
      related: [{ at: place, message: text }],
      fix: { description: text, edits: [{ ...place, text }] }
    })
    render([result], { unread: [{ file: text, line: 0, reason: text }] })
    expect(renderSarif(outcome({ lint: lint({ findings: [result] }) }), context)).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u)
  })
})
