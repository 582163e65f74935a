import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatPortMapping,
  type MappingDialect,
  type PortMapping,
  parsePortMapping
} from '../../src/model/port-mapping.ts'
import { HOLE } from '../../src/text/mapped-text.ts'

const read = (text: string, dialect: MappingDialect = 'docker'): PortMapping => {
  const result = parsePortMapping(text, dialect)
  if ('refused' in result) throw new Error(result.refused)
  return result.mapping
}
const brief = ({ hostAddress, exposure, hostPorts, containerPorts }: PortMapping) => {
  const ports = (range: PortMapping['hostPorts']) =>
    typeof range === 'string' ? range : `${range.first}-${range.last}`
  return [hostAddress, exposure, ports(hostPorts), ports(containerPorts)]
}

// Observed with Docker CLI 28.2.2 and Engine 20.10.24.
test.each([
  ['127.0.0.1:8000:8000', '127.0.0.1', 'loopback', '8000-8000', '8000-8000'],
  ['127.0.0.1::8000', '127.0.0.1', 'loopback', 'random', '8000-8000'],
  ['127.0.0.1:8000-8002:8000-8002', '127.0.0.1', 'loopback', '8000-8002', '8000-8002'],
  ['127.0.0.1:8000-8010:80', '127.0.0.1', 'loopback', '8000-8010', '80-80'],
  ['127.0.0.2:80:80', '127.0.0.2', 'loopback', '80-80', '80-80'],
  ['[::1]:8000:8000', '::1', 'loopback', '8000-8000', '8000-8000'],
  ['::1:8000:8000', '::1', 'loopback', '8000-8000', '8000-8000'],
  ['::ffff:127.0.0.1:80:80', '::ffff:127.0.0.1', 'loopback', '80-80', '80-80'],
  ['8000', null, 'public', 'random', '8000-8000'],
  [':8000', null, 'public', 'random', '8000-8000'],
  ['::8000', null, 'public', 'random', '8000-8000'],
  ['target=80', null, 'public', 'random', '80-80'],
  ['0:8000', null, 'public', 'random', '8000-8000'],
  ['0.0.0.0:80:80', '0.0.0.0', 'public', '80-80', '80-80'],
  ['[::]:80:80', '::', 'public', '80-80', '80-80'],
  ['8000:8000/TCP', null, 'public', '8000-8000', '8000-8000'],
  ['host_ip=127.0.0.1,published=8000,target=8000', null, 'public', '8000-8000', '8000-8000'],
  ['published=127.0.0.1:8080,target=80', '127.0.0.1', 'loopback', '8080-8080', '80-80'],
  ['mode=host,target=80,published=8080', null, 'public', '8080-8080', '80-80'],
  ['172.17.0.1:8000:8000', '172.17.0.1', 'private', '8000-8000', '8000-8000'],
  ['198.51.100.10:8000:8000', '198.51.100.10', 'public', '8000-8000', '8000-8000']
])('%s is read as Docker reads it', (text, ...expected) => {
  expect(brief(read(text))).toEqual(expected)
})

test.each([
  'localhost:8000:8000',
  '127.1:8000:8000',
  '127.0.0.1:8000',
  '127.0.0.1:8000:',
  '8000:8000/quic',
  '80/tcp/udp',
  '127.0.0.1:1:1,127.0.0.1:2:2',
  '70000:80',
  '80:70000',
  '9-8:9-8',
  '1-3:1-2',
  '80:80:80:80',
  '',
  ':',
  'fe80::1%eth0:80:80',
  '[127.0.0.1]:80:80'
])('%s is refused as Docker refuses it', text => {
  expect(parsePortMapping(text, 'docker')).toEqual({ refused: expect.stringMatching(/\w/) })
})

describe('other engines', () => {
  test.each<[string, MappingDialect]>([
    ['::1:80:80', 'podman'],
    ['0:80', 'podman'],
    ['1-3:80', 'podman'],
    ['published=80,target=80', 'podman'],
    ['published=80,target=80', 'compose']
  ])('%s is refused by %s', (text, dialect) => {
    expect(parsePortMapping(text, dialect)).toHaveProperty('refused')
  })
})

test.each([
  [`${HOLE}:8000`, 'unknown', 'unknown'],
  [HOLE, 'unknown', 'random'],
  [`${HOLE}:8000:8000`, 'unknown', '8000-8000'],
  [`127.0.0.1:${HOLE}:8000`, 'loopback', 'unknown'],
  [`0.0.0.0:${HOLE}:8000`, 'public', 'unknown'],
  [`127.0.0.${HOLE}:80:80`, 'loopback', '80-80'],
  [`80${HOLE}:80`, 'public', 'unknown'],
  [`8000:${HOLE}`, 'public', '8000-8000']
])('what is unknown in %j stays unknown', (text, exposure, hostPorts) => {
  expect(brief(read(text)).slice(1, 3)).toEqual([exposure, hostPorts])
})

const port = fc.integer({ min: 1, max: 65_535 })
const range = fc
  .tuple(port, fc.integer({ min: 0, max: 40 }))
  .map(([first, more]) => ({ first, last: Math.min(65_535, first + more) }))
const address = fc.oneof(
  fc.constant(null),
  fc.ipV4(),
  fc.ipV6().filter(text => !text.includes('.'))
)

test('reads back whatever it writes', () => {
  fc.assert(
    fc.property(
      address,
      range,
      fc.boolean(),
      fc.constantFrom('tcp', 'udp', 'sctp'),
      (hostAddress, ports, random, protocol) => {
        const hostPorts = random ? 'random' : ports
        const containerPorts = random ? { first: ports.first, last: ports.first } : ports
        const text = formatPortMapping({
          hostAddress,
          hostPorts,
          containerPorts,
          protocol,
          exposure: 'public',
          ignoredAddress: null
        } as PortMapping)
        expect(read(text)).toMatchObject({ hostAddress, hostPorts, containerPorts, protocol })
      }
    )
  )
})

test('no text makes it throw', () => {
  const piece = fc.constantFrom(
    ':',
    '/',
    '[',
    ']',
    '-',
    '=',
    ',',
    '127.0.0.1',
    '8000',
    'tcp',
    HOLE,
    'localhost',
    '::1',
    ' ',
    '0'
  )
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 10 }),
      fc.constantFrom<MappingDialect>('docker', 'compose', 'podman', 'nerdctl'),
      (pieces, dialect) => {
        const result = parsePortMapping(pieces.join(''), dialect)
        expect('refused' in result || 'mapping' in result).toBe(true)
      }
    )
  )
})
