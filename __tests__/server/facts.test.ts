import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findingsOf } from '../../src/server/causes/index.ts'
import { checklistOf } from '../../src/server/checklist.ts'
import { readFacts } from '../../src/server/facts.ts'
import { empty } from './empty-facts.ts'

const line = (changes: object = {}): string => JSON.stringify({ ...empty, ...changes })

test('finds the facts among what a login shell prints', () => {
  expect(readFacts(`Welcome!\n{"schema":1,"not":"ours"}\n${line()}\r\nBye\n`)).toEqual({ facts: empty })
})

test('nothing is concluded where nothing could be looked at', () => {
  const read = readFacts(line())
  if ('unread' in read) throw new Error(read.unread)
  expect(findingsOf(read.facts)).toEqual([])
  expect(checklistOf(read.facts).filter(each => each.state === 'yes')).toEqual([])
})

describe('says why there are no facts:', () => {
  test.each([
    ['nothing was printed', '', 'the answer holds no facts'],
    ['something else was printed', 'sh: not found\n', 'the answer holds no facts'],
    ['it was cut short', line().slice(0, -5), 'the answer is no JSON, or was cut short'],
    ['another version', line({ schema: 2 }), 'facts.schema is not 1: the script is of another version'],
    [
      'a number for text',
      line({ asked: { ...empty.asked, domain: 7 } }),
      'facts.asked.domain is no text of at most 400 characters'
    ],
    ['endless text', line({ renewal: 'x'.repeat(401) }), 'facts.renewal is no text of at most 400 characters'],
    [
      'an unknown word',
      line({ certificate: 'fine' }),
      'facts.certificate is no valid, expires-soon, expired, none, unknown'
    ],
    ['an object for a list', line({ logs: {} }), 'facts.logs is no list of at most 10'],
    ['an endless list', line({ checks: Array(401).fill({}) }), 'facts.checks is no list of at most 400'],
    ['a hole in a list', line({ containers: [null] }), 'facts.containers[0] is no object'],
    ['a negative port', line({ appPort: -1 }), 'facts.appPort is no whole number'],
    ['a field that is missing', line({ access: {} }), 'facts.access.root is no true or false'],
    ['too much of it', `{"schema":1,"x":"${'x'.repeat(300_000)}"}`, 'the answer is longer than 262144 characters']
  ])('%s', (_, output, unread) => {
    expect(readFacts(output)).toEqual({ unread })
  })
})

test('whatever a server sends, there is an answer', () => {
  const change = fc.tuple(fc.constantFrom(...Object.keys(empty)), fc.jsonValue())
  fc.assert(
    fc.property(fc.array(change, { maxLength: 4 }), fc.string(), (changes, noise) => {
      const read = readFacts(`${noise}\n${line(Object.fromEntries(changes))}`)
      if ('unread' in read) expect(read.unread).toMatch(/^(facts|the answer)/)
      else expect(findingsOf(read.facts).every(each => each.message !== '' && each.fix !== '')).toBe(true)
    })
  )
})
