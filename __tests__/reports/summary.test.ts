import { marked, type Token } from 'marked'
import { describe, expect, test } from 'vitest'
import { commentMarker, renderComment } from '../../src/reports/comment.ts'
import type { Outcome } from '../../src/reports/outcome.ts'
import { renderSummary } from '../../src/reports/summary.ts'
import { at, context, fault, finding, hopsTo, hostileTexts, idle, lint, outcome, passing, probe } from './samples.ts'

/** Links, pictures and HTML of a page: all that foreign text might have smuggled in. */
function elements(markdown: string): readonly string[] {
  const found: string[] = []
  marked.walkTokens(marked.lexer(markdown, { gfm: true }), (token: Token) => {
    if (
      token.type === 'link' &&
      !String(Reflect.get(token, 'href')).startsWith('https://github.com/acme/webhook-reach-check/blob/v1/docs/')
    ) {
      found.push(token.raw)
    }
    if (['image', 'html', 'def', 'heading', 'code', 'strong', 'em', 'del'].includes(token.type))
      found.push(`${token.type}: ${token.raw.trim()}`)
  })
  return found
}

const hostile = (text: string): Outcome => {
  const place = at(1, 1, 1, `dir/${text}`)
  return outcome({
    lint: lint({
      findings: [
        finding({
          message: text,
          at: place,
          fix: { description: text, edits: [] },
          related: [{ at: place, message: text }]
        })
      ],
      unread: [{ file: text, line: 1, reason: text }]
    }),
    probes: [
      probe({
        url: `https://your-domain.com/${text}`,
        message: text,
        fix: text,
        suspect: { file: text, line: 3 },
        addresses: [{ address: text, family: 4, hops: hopsTo('tcp', 'tcp-refused', text) }],
        webhook: { status: 400, bodyExcerpt: text },
        faults: [fault({ message: text, fix: text })]
      })
    ],
    stripe: {
      checked: true,
      mode: null,
      findings: [{ code: 'stripe-auth', level: 'error', message: text, fix: text, url: null }],
      endpoints: [],
      undelivered: null
    },
    server: {
      findings: [{ code: 'firewall-blocks', level: 'warning', message: text, fix: text }],
      checklist: [{ id: 'proxy-running', state: 'no', detail: text }]
    }
  })
}

describe('renderSummary', () => {
  test('shows the way as a picture and as a table, the diagnosis, the line and the fix', () => {
    const page = renderSummary(outcome(), context)
    expect(page).toContain('## ❌ webhook-reach-check: fail\n')
    expect(page).toContain('### ❌ `https://your-domain.com/webhooks/stripe`\n')
    expect(page).toContain('```mermaid\nflowchart LR\n')
    expect(page).toContain('  h1["✗ tcp: tcp-refused"]:::fail\n')
    expect(page).toContain('  h0 --x h1\n  h1 -.-> h2\n')
    expect(page).toContain('| `198.51.100.10` | tcp | ❌ `tcp-refused` | 12 ms | refused the connection |')
    expect(page).toContain(
      '**Diagnosis:** [`tcp-refused`](https://github.com/acme/webhook-reach-check/blob/v1/docs/diagnoses/tcp-refused.md).'
    )
    expect(page).toContain('**Explained by:** `.github/workflows/ci-cd.yml:3`')
    expect(page).toContain('**What to do:** Install nginx on the server')
    expect(page).toContain('| ❌ error | `.github/workflows/ci-cd.yml:3` | [`loopback-without-proxy`](')
    expect(page).toContain('1 published port and 1 route found; 1 place could not be read.')
    expect(page).toContain('| `compose.yaml:7` | broken YAML |')
  })

  test('places are links where the checkout is on the web', () => {
    const linked = {
      ...context,
      sourceUrl: (file: string, line: number) => `https://github.com/a/b/blob/c/${file}#L${line}`
    }
    expect(renderSummary(outcome(), linked)).toContain(
      '[`.github/workflows/ci-cd.yml:3`](https://github.com/a/b/blob/c/.github/workflows/ci-cd.yml#L3)'
    )
  })

  test('what annotations have no room for is counted', () => {
    const findings = Array.from({ length: 15 }, (_, index) => finding({ at: at(index + 1, 1, 1) }))
    const page = renderSummary(outcome({ lint: lint({ findings }) }), context)
    expect(page).toContain('GitHub shows ten annotations of a kind: 7 errors of the above have none.')
    expect(renderSummary(outcome(), context)).not.toContain('GitHub shows ten')
  })

  test('nothing looked at is said, not passed', () => {
    const page = renderSummary(outcome({ verdict: 'pass', lint: lint(idle), probes: [] }), context)
    expect(page).toContain('nothing was checked')
    expect(page).toContain('Nothing to lint was found')
    expect(page).not.toMatch(/✅|pass/)
  })

  test('a run that only linted has no checklist and no picture', () => {
    const page = renderSummary(outcome({ probes: [] }), context)
    expect(page).not.toMatch(/mermaid|Checklist/)
  })

  test.each(hostileTexts.filter(text => text !== '').map((text, index) => [index, text] as const))(
    'text %i of an attacker adds nothing to the page',
    (_, text) => {
      const plain = elements(renderSummary(hostile('plain'), context))
      const kinds = (found: readonly string[]): readonly string[] => found.map(element => element.split(':')[0] ?? '')
      expect(kinds(elements(renderSummary(hostile(text), context)))).toEqual(kinds(plain))
    }
  )
})

describe('size', () => {
  const findings = Array.from({ length: 20_000 }, (_, index) =>
    finding({ at: at(index + 1, 1, 1, 'ä'.repeat(100)), message: `${'<'.repeat(300)}` })
  )
  const huge = outcome({ lint: lint({ findings }), probes: Array.from({ length: 20 }, () => probe()) })

  test('a summary stays below 1 MiB, is cut on whole rows, and says what was cut', () => {
    const page = renderSummary(huge, context)
    expect(Buffer.byteLength(page)).toBeLessThan(1_048_576)
    expect(Buffer.byteLength(page)).toBeGreaterThan(500_000)
    const shown = page.split('\n').filter(line => line.startsWith('| ❌ error |')).length
    expect(page).toContain(`| ${20_000 - shown} more findings, cut to fit: they are all in report.json |`)
    for (const line of page.split('\n')) if (line.startsWith('| ❌ error |')) expect(line).toMatch(/ \|$/)
    // What is small is whole: the last part of the page is there.
    expect(page).toContain('| `compose.yaml:7` | broken YAML |')
  })

  test('a comment stays below 65,536 characters', () => {
    const body = renderComment(huge, context, 'deploy')
    expect(body.length).toBeLessThanOrEqual(65_536)
    expect(body).toMatch(/cut to fit/)
  })

  test('whole parts go where even their frames are too much', () => {
    const many = outcome({ probes: Array.from({ length: 400 }, () => probe({ message: 'm'.repeat(2000) })) })
    const body = renderComment(many, context, 'deploy')
    expect(body.length).toBeLessThanOrEqual(65_536)
    expect(body.trimEnd()).toMatch(/The rest is cut to fit: it is all in report\.json\.$/)
    expect(body.match(/```/g)?.length ?? 0).toBe(2 * (body.match(/```mermaid/g)?.length ?? 0))
  })
})

describe('comment', () => {
  test('starts with its marker, which no key can break out of', () => {
    for (const key of ['deploy', 'a --> <img>', '--', '\ud800', 'x'.repeat(9999)]) {
      const marker = commentMarker(key)
      expect(marker).toMatch(/^<!-- webhook-reach-check:[^<> ]* -->$/)
      expect(marker.slice(4, -3)).not.toContain('--')
      expect(renderComment(outcome(), context, key).startsWith(`${marker}\n`)).toBe(true)
    }
  })

  test('two keys have two markers', () => {
    expect(commentMarker('a b')).not.toBe(commentMarker('a-b'))
  })

  test('a pass is a comment too', () => {
    const body = renderComment(outcome({ verdict: 'pass', lint: null, probes: [passing()] }), context, 'x')
    expect(body).toContain('## ✅ webhook-reach-check: pass')
    expect(body).toContain('**It answered:** `Missing Stripe-Signature header`')
  })
})
