import { expect, test } from 'vitest'
import { sameAnswer } from '../../src/diagnosis/similarity.ts'
import type { HttpOutcome } from '../../src/platform/host.ts'

const webhook = new URL('https://shop.example.com/webhooks/stripe')
const control = new URL('https://shop.example.com/webhooks/webhook-reach-check-0123456789ab')
const answer = (status: number, body: string, type = 'text/plain'): HttpOutcome => ({
  ms: 1,
  error: null,
  status,
  headers: { 'content-type': type },
  body,
  truncated: false
})

test.each([
  ['the same words', 'no', 'no', true],
  ['the path quoted', 'No route /webhooks/stripe', `No route ${control.pathname}`, true],
  [
    'an id and a time',
    'id 4fd1e2c9-1111-2222-3333-444455556666 at 1700000000',
    'id 9fd1e2c9-9999-2222-3333-444455550000 at 1700000099',
    true
  ],
  ['other words', 'Missing signature', 'Not found', false],
  ['nothing on both sides', '', '', true]
])('%s', (_, one, other, same) => {
  expect(sameAnswer(answer(400, one), webhook, answer(400, other), control)).toBe(same)
})

test('another status or type is another answer', () => {
  expect(sameAnswer(answer(400, 'no'), webhook, answer(404, 'no'), control)).toBe(false)
  expect(sameAnswer(answer(400, 'no'), webhook, answer(400, 'no', 'text/html'), control)).toBe(false)
})
