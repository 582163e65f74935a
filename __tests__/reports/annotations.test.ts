import { expect, test } from 'vitest'
import { planAnnotations } from '../../src/reports/annotations.ts'
import { at, context, fault, finding, lint, outcome, passing, probe, workflow } from './samples.ts'

const page = (path: string): string => `https://github.com/acme/webhook-reach-check/blob/v1/docs/${path}.md`

test('a finding is one annotation at its place: what, what to do, where to read on', () => {
  const related = [{ at: at(9, 1, 4, 'deploy/nginx.conf'), message: 'forwards to port 8080' }]
  const { sent } = planAnnotations(outcome({ probes: [], lint: lint({ findings: [finding({ related })] }) }), context)
  expect(sent).toEqual([
    {
      level: 'error',
      title: 'loopback-without-proxy',
      message: [
        'app publishes 127.0.0.1:8000:8000 on loopback, and no proxy forwards to it.',
        'Put nginx in front of port 8000.',
        'deploy/nginx.conf:9: forwards to port 8080',
        page('rules/loopback-without-proxy')
      ].join('\n'),
      at: at(3, 15, 19)
    }
  ])
})

test("the probe's error points at the line that explains it", () => {
  const { sent } = planAnnotations(outcome({ lint: null }), context)
  expect(sent).toEqual([
    {
      level: 'error',
      title: 'tcp-refused',
      message: [
        'https://your-domain.com/webhooks/stripe: Nothing listens on port 443 of 198.51.100.10.',
        'Install nginx on the server and let it forward to port 8000.',
        page('diagnoses/tcp-refused')
      ].join('\n'),
      at: { file: workflow, line: 3, column: 1, endLine: 3, endColumn: 1 }
    }
  ])
  const [alone] = planAnnotations(outcome({ lint: null, probes: [probe({ suspect: null })] }), context).sent
  expect(alone?.at).toBeNull()
})

test('what else a probe tells is annotated at its own level, the same words once', () => {
  const faults = [
    fault({ code: 'tls-expired', level: 'error', message: 'It expired.' }),
    fault({ code: 'tls-name-mismatch', level: 'error', message: 'Another name.', address: '198.51.100.1' }),
    fault({ code: 'tls-name-mismatch', level: 'error', message: 'Another name.', address: '198.51.100.2' }),
    fault({}),
    fault({ code: 'port-80-closed', level: 'notice' })
  ]
  const result = probe({
    diagnosis: 'tls-expired',
    faults,
    warnings: ['slow-response', 'port-80-closed', 'not-external']
  })
  const { sent } = planAnnotations(outcome({ lint: null, probes: [result] }), context)
  expect(sent.map(({ level, title }) => [level, title])).toEqual([
    ['error', 'tls-expired'],
    ['error', 'tls-name-mismatch'],
    ['warning', 'slow-response'],
    ['warning', 'not-external'],
    ['notice', 'port-80-closed']
  ])
  expect(sent[2]?.message).toContain('The answer took 6 s.\nAnswer first, work later.')
})

test('a run that passes with warnings has no last word', () => {
  const result = passing({ faults: [fault({})], warnings: ['slow-response'] })
  const { sent, final } = planAnnotations(outcome({ verdict: 'warn', lint: null, probes: [result] }), context)
  expect(sent.map(({ level }) => level)).toEqual(['warning'])
  expect(final).toBeNull()
})

test('at most nine errors and the last word, ten warnings, ten notices; the rest is counted', () => {
  const many = (level: 'error' | 'warning' | 'notice', count: number) =>
    Array.from({ length: count }, (_, index) => finding({ level, at: at(index + 1, 1, 1) }))
  const findings = [...many('notice', 12), ...many('warning', 11), ...many('error', 20)]
  const { sent, leftOver, final } = planAnnotations(outcome({ lint: lint({ findings }) }), context)
  expect(sent.map(({ level }) => level)).toEqual([
    ...Array(9).fill('error'),
    ...Array(10).fill('warning'),
    ...Array(10).fill('notice')
  ])
  // The probe's comes first: it is what the user came for.
  expect(sent[0]?.title).toBe('tcp-refused')
  expect(leftOver).toEqual({ error: 12, warning: 1, notice: 2 })
  expect(final).toMatch(/12 more errors are in the step summary\.$/)
})

test('what Stripe and the server told is annotated without a place', () => {
  const told = {
    code: 'stripe-endpoint-missing',
    level: 'error' as const,
    message: 'Not there.',
    fix: 'Add it.',
    url: null
  }
  const stripe = { checked: true, mode: null, findings: [told], endpoints: [], undelivered: null }
  const { sent } = planAnnotations(outcome({ lint: null, probes: [passing()], stripe }), context)
  expect(sent).toEqual([
    {
      level: 'error',
      title: 'stripe-endpoint-missing',
      message: `Not there.\nAdd it.\n${page('diagnoses/stripe-endpoint-missing')}`,
      at: null
    }
  ])
})

test('the last word is one line that says what became of it', () => {
  expect(planAnnotations(outcome(), context).final).toBe(
    'webhook-reach-check: 1 error found in the checkout; 1 place could not be read. https://your-domain.com/webhooks/stripe is not well: tcp-refused.'
  )
})

test('where warnings alone fail the run, the last word names them', () => {
  const result = passing({ faults: [fault({}), fault({})], warnings: ['slow-response'] })
  expect(planAnnotations(outcome({ lint: null, probes: [result] }), context).final).toMatch(
    /`fail-on` is warning, and there is a warning: slow-response\.$/
  )
})

test('credentials of a URL are shown nowhere', () => {
  const result = probe({ url: 'https://user:pass@your-domain.com/x', suspect: null })
  const plan = JSON.stringify(planAnnotations(outcome({ probes: [result] }), context))
  expect(plan).not.toContain('pass@')
  expect(plan).toContain('https://***@your-domain.com/x')
})
