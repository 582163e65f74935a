import { describe, expect, test } from 'vitest'
import { sourceExcerpt } from '../../src/reports/source-excerpt.ts'
import { renderTerminal } from '../../src/reports/terminal.ts'
import { at, context, fault, finding, hostileTexts, idle, lint, outcome, passing, probe } from './samples.ts'

describe('renderTerminal', () => {
  test('lint: place, level, message, rule, the line with carets, what to do', () => {
    const related = [{ at: at(4, 5, 3, 'deploy/nginx.conf'), message: 'forwards to 8080' }]
    const text = renderTerminal(
      outcome({ probes: [], lint: lint({ findings: [finding({ related })] }) }),
      context,
      false
    )
    expect(
      text
    ).toBe(`.github/workflows/ci-cd.yml:3:15: error: app publishes 127.0.0.1:8000:8000 on loopback, and no proxy forwards to it. [loopback-without-proxy]
  3 |       -d  -p  127.0.0.1:8000:8000 \\
    |               ^^^^^^^^^^^^^^^^^^^
  see: deploy/nginx.conf:4: forwards to 8080
  fix: Put nginx in front of port 8000.
  more: https://github.com/acme/webhook-reach-check/blob/v1/docs/rules/loopback-without-proxy.md

Read 2 files (1 workflow, 3 steps, 0 scripts, 0 compose files, 1 proxy config): 1 published port and 1 route found; 1 place could not be read.
  not read: compose.yaml:7: broken YAML

fail: 1 error found in the checkout; 1 place could not be read.
`)
  })

  test('probe: every hop with its mark and time, the diagnosis, what to do', () => {
    const result = probe({ faults: [fault({})] })
    expect(
      renderTerminal(outcome({ lint: null, probes: [result] }), context, false)
    ).toBe(`https://your-domain.com/webhooks/stripe
  198.51.100.10
    ✓ dns         0 ms  dns is well
    ✗ tcp        12 ms  refused the connection [tcp-refused]
    - tls
    - http
    - proxy
    - app
    - health
  error: Nothing listens on port 443 of 198.51.100.10. [tcp-refused]
  suspect: .github/workflows/ci-cd.yml:3
  fix: Install nginx on the server and let it forward to port 8000.
  more: https://github.com/acme/webhook-reach-check/blob/v1/docs/diagnoses/tcp-refused.md
  warning: The answer took 6 s. [slow-response]

fail: https://your-domain.com/webhooks/stripe is not well: tcp-refused.
`)
  })

  test('a pass says so', () => {
    const text = renderTerminal(outcome({ verdict: 'pass', lint: null, probes: [passing()] }), context, false)
    expect(text).toContain(
      '  answered: Missing Stripe-Signature header\n  An unsigned request is refused as it should be.\n'
    )
    expect(text.endsWith('\n\npass: 1 webhook URL answered as it should.\n')).toBe(true)
  })

  test('nothing looked at is no pass', () => {
    const text = renderTerminal(outcome({ verdict: 'pass', lint: lint(idle), probes: [] }), context, false)
    expect(text).toMatch(/^Nothing to lint was found/)
    expect(text).not.toMatch(/pass/)
  })

  test('colours only where they are wanted, and then only ours', () => {
    const strip = (text: string): string =>
      [31, 33, 36, 32, 2, 1, 0].reduce((rest, code) => rest.replaceAll(`\u001b[${code}m`, ''), text)
    expect(renderTerminal(outcome(), context, false)).not.toContain('\u001b')
    expect(renderTerminal(outcome(), context, true)).toContain('\u001b[31merror\u001b[0m')
    expect(strip(renderTerminal(outcome(), context, true))).toBe(renderTerminal(outcome(), context, false))
  })

  test.each(hostileTexts.map((text, index) => [index, text] as const))(
    'text %i of an attacker moves no cursor',
    (_, text) => {
      const place = at(1, 1, 3, `x${text}`)
      const text_ = renderTerminal(
        outcome({
          lint: lint({
            findings: [
              finding({
                at: place,
                message: text,
                related: [{ at: place, message: text }],
                fix: { description: text, edits: [] }
              })
            ],
            unread: [{ file: text, line: 1, reason: text }]
          }),
          probes: [
            probe({ url: `https://${text}`, message: text, fix: text, webhook: { status: 400, bodyExcerpt: text } })
          ]
        }),
        { ...context, sourceLine: () => text },
        false
      )
      expect(text_).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/u)
      for (const line of text_.split('\n')) expect(line).not.toMatch(/^\s*::|##\[/)
    }
  )
})

describe('sourceExcerpt', () => {
  test.each([
    ['tabs', '\t\t-p 80:80', 3, 2, '        -p 80:80', '        ^^'],
    ['an escape', 'a\u001bb', 3, 1, 'a\\x1bb', '     ^'],
    ['a character of two units', '😀 x', 4, 1, '😀 x', '   ^'],
    ['nothing wide', 'abc', 2, 0, 'abc', ' ^'],
    ['beyond the end', 'abc', 9, 4, 'abc', '   ^']
  ])('%s', (_, line, column, length, shown, carets) => {
    expect(sourceExcerpt(at(7, column, length), line)).toEqual([`  7 | ${shown}`, `    | ${carets}`])
  })

  test('a long line is shown around what is pointed at', () => {
    const [line = '', carets = ''] = sourceExcerpt(at(7, 5001, 3), `${'a'.repeat(5000)}BAD${'c'.repeat(5000)}`)
    expect(line.length).toBeLessThan(140)
    expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('BAD')
  })

  test('several lines are underlined to the end of the first; an empty line is not shown', () => {
    expect(sourceExcerpt({ ...at(7, 2, 1), endLine: 9 }, 'abcd')[1]).toBe('    |  ^^^')
    expect(sourceExcerpt(at(7, 1, 1), '  ')).toEqual([])
  })
})
