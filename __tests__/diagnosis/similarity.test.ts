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
  ['a path as its last part', 'no stripe here', 'no webhook-reach-check-0123456789ab here', true],
  ['a long number in hexadecimal', 'trace 0123456789abcdef', 'trace fedcba9876543210ff', true],
  ['numbers of other lengths', 'in 7 ms', 'in 1234 ms', true],
  ['an id of letters and digits', 'id 01JC3V8Q5Z9R4T6W2X', 'id 01JC3V8Q7M1N3B5V7C', true],
  ['a short one of a base of 36', '{"id":"0.k3f9zq1x2a"}', '{"id":"0.w8d7c6v5b"}', true],
  ['words joined by hyphens', 'no webhook-secret', 'no other-secret', false],
  ['blanks', ' a  b\n', 'a b', true],
  ['a short word of letters', 'face', 'cafe', false],
  ['what comes after the first 4 KiB', `${'x '.repeat(2048)}a`, `${'x '.repeat(2048)}b`, true],
  ['what comes before', `${'x '.repeat(2000)}a`, `${'x '.repeat(2000)}b`, false],
  ['other words', 'Missing signature', 'Not found', false],
  ['nothing on both sides', '', '', true]
])('%s', (_, one, other, same) => {
  expect(sameAnswer(answer(400, one), webhook, answer(400, other), control)).toBe(same)
})

test('parameters of a type are no other type, and a query is a part of the path', () => {
  expect(sameAnswer(answer(400, 'no'), webhook, answer(400, 'no', 'text/plain; charset=utf-8'), control)).toBe(true)
  expect(sameAnswer(answer(400, 'no'), webhook, answer(400, 'no', 'text/plain ;q=1'), control)).toBe(true)
  const asked = new URL('https://shop.example.com/hook?id=a')
  expect(
    sameAnswer(answer(404, 'no /hook?id=a'), asked, answer(404, 'no /hook?id=b'), new URL('/hook?id=b', asked))
  ).toBe(true)
  const root = new URL('https://shop.example.com/')
  expect(sameAnswer(answer(404, 'no / here'), root, answer(404, 'no here'), root)).toBe(false)
})

test('no answer is like no other', () => {
  const none = { ...answer(400, ''), status: null }
  expect(sameAnswer(none, webhook, none, control)).toBe(false)
})

test('another status or type is another answer', () => {
  expect(sameAnswer(answer(400, 'no'), webhook, answer(404, 'no'), control)).toBe(false)
  expect(sameAnswer(answer(400, 'no'), webhook, answer(400, 'no', 'text/html'), control)).toBe(false)
})
