import { marked, type Token } from 'marked'
import { describe, expect, test } from 'vitest'
import { explainedAt } from '../../src/diagnosis/suspect.ts'
import { commentMarker, renderComment } from '../../src/reports/comment.ts'
import { renderSummary } from '../../src/reports/summary.ts'
import { hostilePages, plainPage } from './pages.ts'
import { at, context, fault, finding, idle, lint, outcome, passing, probe, workflow } from './samples.ts'

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

describe('renderSummary', () => {
  test('shows the way as a picture and as a table, the diagnosis, the line and the fix', () => {
    const page = renderSummary(outcome(), context)
    expect(page).toContain('## ❌ webhook-reach-check: fail\n')
    expect(page).toContain(
      '### ❌ [`tcp-refused`](https://github.com/acme/webhook-reach-check/blob/v1/docs/diagnoses/tcp-refused.md)\n\n`https://your-domain.com/webhooks/stripe`\n'
    )
    expect(page).toMatch(/```mermaid\n%%.*\nflowchart LR\n/)
    expect(page).toContain(
      '  h0["✓ dns"]:::pass\n  h1["✗ tcp-refused"]:::fail\n  h2["not tried: tls … health"]:::skip\n'
    )
    expect(page).toContain('  h0 --x h1\n  h1 -.-> h2\n')
    expect(page).toContain('| Hop | Seen at `198.51.100.10` |')
    expect(page).toContain('| ❌\u00a0tcp | `tcp-refused`: refused the connection (12 ms). |')
    expect(page).toContain('| –\u00a0tls, http, proxy, app, health |  |')
    expect(page).toContain('**Explained by** `.github/workflows/ci-cd.yml:3` `-d  -p  127.0.0.1:8000:8000`.')
    expect(page).toContain('**What to do:** Install nginx on the server')
    expect(page).toContain('❌ `.github/workflows/ci-cd.yml:3` `127.0.0.1:8000:8000` [`loopback-without-proxy`](')
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
    expect(page).toContain('GitHub shows ten annotations of a kind: 7 errors on this page have none.')
    expect(renderSummary(outcome(), context)).not.toContain('GitHub shows ten')
  })

  test('a fix that is the same but for its numbers is told once, and the worst comes first', () => {
    const findings = [8000, 8001].map((port, index) =>
      finding({
        level: index === 0 ? 'warning' : 'error',
        at: at(index + 1, 1, 1),
        message: `Port ${port} is closed.`,
        fix: { description: `Put nginx before port ${port}.`, edits: [] }
      })
    )
    const page = renderSummary(outcome({ probes: [], lint: lint({ findings }) }), context)
    expect(page.indexOf('Port 8001 is closed.')).toBeLessThan(page.indexOf('Port 8000 is closed.'))
    expect(page).toContain('**What to do:** Put nginx before port 8001.\n')
    expect(page).toContain('**What to do:** as at `.github/workflows/ci-cd.yml:2`.\n')
  })

  test('what explains the broken hop is told beside it, once', () => {
    const message = `Nothing listens. ${explainedAt({ file: workflow, line: 3 })} ${finding().message}`
    const page = renderSummary(outcome({ probes: [probe({ message })] }), context)
    expect(page).toContain('\nNothing listens.\n')
    expect(page.split(finding().message)).toHaveLength(2)
    expect(page).toMatch(/\*\*Explained by\*\* .*: app publishes 127/)
  })

  test('what a probe tells besides its diagnosis is told once', () => {
    const [worst, other] = ['expired', 'other'].map(word =>
      fault({
        code: `tls-${word}`,
        level: 'error',
        says: `It is ${word}.`,
        message: `It is ${word}. So it is.`,
        fix: `Mend ${word}.`
      })
    )
    if (worst === undefined || other === undefined) throw new Error('no faults')
    const failing = probe({
      diagnosis: 'tls-expired',
      message: 'It is expired. So it is. Also: It is other. (5 attempts.)',
      fix: 'Mend expired. Also: Mend other.',
      suspect: null,
      faults: [worst, other]
    })
    const page = renderSummary(outcome({ lint: null, probes: [failing] }), context)
    expect(page).toContain('\n**It is expired.** So it is. (5 attempts.)\n\n**What to do:** Mend expired.\n')
    expect(page).toMatch(/❌ \[`tls-other`\].*<br> It is other\. So it is\.<br> \*\*What to do:\*\* Mend other\.\n/)
    const warned = passing({
      verdict: 'warn',
      message: 'It answers. But: It is slow.',
      faults: [fault({ message: 'It is slow.' })]
    })
    expect(renderSummary(outcome({ lint: null, probes: [warned] }), context)).toContain('\nIt answers.\n')
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

  test.each(hostilePages.map((page, index) => [index, page] as const))(
    'text %i of an attacker adds nothing to the page',
    (_, page) => {
      const plain = elements(plainPage)
      const kinds = (found: readonly string[]): readonly string[] => found.map(element => element.split(':')[0] ?? '')
      expect(kinds(elements(page))).toEqual(kinds(plain))
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
    const shown = page.split('\n').filter(line => line.startsWith('❌ ')).length
    expect(page).toContain(`${20_000 - shown} more findings, cut to fit: they are all in report.json\n`)
    for (const line of page.split('\n')) if (line.startsWith('❌ ')) expect(line).toMatch(/What to do:\*\* .*\.$/)
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
