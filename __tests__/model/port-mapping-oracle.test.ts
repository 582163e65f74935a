import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PortMapping, parsePortMapping } from '../../src/model/port-mapping.ts'
import { goProgram } from '../go-program.ts'

const oracle = await goProgram('__tests__/model/go-connections', 'go-connections')

/** A mapping as Docker's parser (docker/go-connections `nat`) prints it, one binding a container port. */
function bindings({ hostAddress, hostPorts, containerPorts, protocol }: PortMapping): string {
  if (typeof containerPorts === 'string') throw new Error('nothing is unknown here')
  const { first, last } = containerPorts
  const all: string[] = []
  for (let port = first; port <= last; port++) {
    const range = typeof hostPorts === 'string' ? null : hostPorts
    const host =
      range === null ? '' : first === last ? span(range.first, range.last) : String(range.first + port - first)
    all.push(`${hostAddress ?? ''}|${host}|${port}/${protocol}`)
  }
  return all.sort().join(' ')
}

const span = (first: number, last: number): string => (first === last ? String(first) : `${first}-${last}`)

const piece = fc.oneof(
  fc.constantFrom(
    ':',
    ':',
    ':',
    '/',
    '-',
    '[',
    ']',
    '127.0.0.1',
    '0.0.0.0',
    '::1',
    '[::1]',
    'localhost',
    'tcp',
    'udp',
    'TCP',
    ' ',
    '',
    '0',
    '00080',
    '65535',
    '65536'
  ),
  fc.integer({ min: 1, max: 70_000 }).map(String),
  fc
    .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 0, max: 4 }))
    .map(([first, more]) => span(first, first + more))
)
const text = fc.oneof(
  fc.array(piece, { maxLength: 8 }).map(pieces => pieces.join('')),
  fc
    .tuple(
      fc.constantFrom('', '127.0.0.1:', '[::1]:', '::1:', ':'),
      piece,
      fc.constantFrom(':', ''),
      piece,
      fc.constantFrom('', '/udp', '/x')
    )
    .map(parts => parts.join(''))
)

test.runIf(oracle !== null)("Docker's own parser reads 20,000 generated mappings alike", () => {
  const texts = fc.sample(text, { numRuns: 20_000, seed: 7 }).filter(mapping => !/\d{3,}-\d{3,}/.test(mapping))
  const { stdout } = spawnSync(oracle ?? '', {
    input: `${texts.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024
  })
  // Port 0 and no port at all are both a random one; leading zeros are no part of a number.
  const theirs = stdout.split('\n').map(line => line.replaceAll('|0|', '||'))
  const differing = texts.flatMap((mapping, index) => {
    const read = parsePortMapping(mapping, 'compose')
    const ours = 'refused' in read ? 'error' : bindings(read.mapping)
    return ours === theirs[index] ? [] : [{ mapping, ours, theirs: theirs[index] }]
  })
  const brief = differing.map(({ mapping, ours, theirs }) => [mapping, ours.slice(0, 60), theirs?.slice(0, 60)])
  expect(brief.slice(0, 10)).toEqual([])
  expect(theirs.filter(line => line !== 'error').length).toBeGreaterThan(2_000)
})
