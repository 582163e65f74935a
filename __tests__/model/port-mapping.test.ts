import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  collide,
  formatPortMapping,
  hostPortsOf,
  type MappingDialect,
  type PortMapping,
  parsePortMapping,
  publishesPort,
  servesPort
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
  ['0-2:80', null, 'public', '0-2', '80-80'],
  ['127.0.0.1:00080:0000000080', '127.0.0.1', 'loopback', '80-80', '80-80'],
  ['8000:80/', null, 'public', '8000-8000', '80-80'],
  ['1-3-5:1-3', null, 'public', '1-3', '1-3'],
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
  '80a:80',
  'a80:80',
  '80:12345678901',
  '9-8:80',
  '8-x:80-81',
  '',
  ':',
  'fe80::1%eth0:80:80',
  '[127.0.0.1]:80:80'
])('%s is refused as Docker refuses it', text => {
  expect(parsePortMapping(text, 'docker')).toEqual({ refused: expect.stringMatching(/\w/) })
})

test.each<[string, MappingDialect, string]>([
  [
    '127.0.0.1:8000',
    'docker',
    '"127.0.0.1" is no host port (0 to 65535) or range of ports; to give an address, write 127.0.0.1:HOST_PORT:CONTAINER_PORT'
  ],
  ['127.0.0.1:127.0.0.1:80', 'docker', '"127.0.0.1" is no host port (0 to 65535) or range of ports'],
  ['x:8000', 'docker', '"x" is no host port (0 to 65535) or range of ports'],
  ['8000:127.0.0.1', 'docker', '"127.0.0.1" is no container port (0 to 65535) or range of ports'],
  ['8000:', 'docker', 'it names no container port'],
  ['localhost:8000:8000', 'docker', '"localhost" is no IP address, and Docker takes no host names there'],
  ['=80,target=80', 'docker', '"=80" is no name=value pair'],
  ['target=80,read', 'docker', '"read" is no name=value pair'],
  [`target=80,${HOLE}`, 'docker', '"…" is no name=value pair'],
  ['80/tcp/udp', 'docker', '"tcp/udp" is no protocol: tcp, udp or sctp'],
  ['1-3:1-2', 'docker', '3 host ports do not fit 2 container ports'],
  ['9-8:80', 'docker', 'the range 9-8 ends before it starts'],
  ['::1:80:80', 'podman', 'podman takes an IPv6 address in brackets only: [::1]'],
  ['0:80', 'podman', 'podman takes host ports from 1']
])('%s is refused by %s: %s', (text, dialect, refused) => {
  expect(parsePortMapping(text, dialect)).toEqual({ refused })
})

test.each<[string, string, string | null]>([
  ['target=80', 'tcp', null],
  ['target=80,protocol=udp', 'udp', null],
  ['host_ip=::1,published=80,target=80', 'tcp', '::1'],
  ['p=1,target=80', 'tcp', null],
  [`80/${HOLE}`, 'tcp', null],
  ['80/sctp', 'sctp', null]
])('%s is %s, and drops %s', (text, protocol, ignoredAddress) => {
  expect(read(text)).toMatchObject({ protocol, ignoredAddress })
})

test.each<[string, MappingDialect]>([
  ['[::1]:80:80', 'podman'],
  ['127.0.0.1:80:80', 'podman'],
  ['1:80', 'podman'],
  ['1-3:1-3', 'podman'],
  [`${HOLE}:80`, 'podman']
])('%s is taken by %s', (text, dialect) => {
  expect(parsePortMapping(text, dialect)).toHaveProperty('mapping')
})

describe('ports of a mapping', () => {
  test.each<[string, number[], number[], number[]]>([
    ['8000-8002:80-82', [8000, 8002], [7999, 8003, 80], [8000, 8001, 8002]],
    ['8000', [], [8000, 0], []],
    [`80${HOLE}:80`, [80, 8000], [], []],
    ['8000-8063:80', [8000, 8063], [8064], Array.from({ length: 64 }, (_, nth) => 8000 + nth)],
    ['8000-8064:80', [8000, 8064], [8065], []]
  ])('%s publishes %j, not %j', (text, published, others, known) => {
    const mapping = read(text)
    expect(published.filter(port => !publishesPort(mapping, port))).toEqual([])
    expect(others.filter(port => publishesPort(mapping, port))).toEqual([])
    expect(hostPortsOf(mapping)).toEqual(known)
  })

  test.each<[string, number, boolean]>([
    ['8000-8002:80-82', 80, true],
    ['8000-8002:80-82', 82, true],
    ['8000-8002:80-82', 79, false],
    ['8000-8002:80-82', 83, false],
    [`8000:${HOLE}`, 83, true]
  ])('%s serves %s: %s', (text, port, serves) => {
    expect(servesPort(read(text), port)).toBe(serves)
  })

  test.each<[string, string, boolean]>([
    ['8000:80', '8000:81', true],
    ['8000:80', '8001:80', false],
    ['8000:80', '7999-8001:80', true],
    ['8000:80', '8000:80/udp', false],
    ['8000:80', '127.0.0.1:8000:80', true],
    ['127.0.0.1:8000:80', '8000:80', true],
    ['127.0.0.1:8000:80', '127.0.0.1:8000:80', true],
    ['127.0.0.1:8000:80', '127.0.0.2:8000:80', false],
    ['127.0.0.1:8000:80', '0.0.0.0:8000:80', true],
    ['0.0.0.0:8000:80', '127.0.0.1:8000:80', true],
    ['[::]:8000:80', '127.0.0.1:8000:80', false],
    ['[::]:8000:80', '[::1]:8000:80', true],
    [`${HOLE}:8000:80`, '8000:80', false],
    ['8000:80', `${HOLE}:8000:80`, false],
    ['8000', '8000', false],
    [`127.0.0.1:${HOLE}:80`, '127.0.0.1:8000:80', false]
  ])('%s and %s claim one address: %s', (one, other, both) => {
    expect(collide(read(one), read(other))).toBe(both)
  })

  test.each([
    ['8000', '8000/tcp'],
    ['8000:80/udp', '8000:80/udp'],
    ['127.0.0.1::80', '127.0.0.1::80/tcp'],
    ['::1:8000-8001:80-81', '[::1]:8000-8001:80-81/tcp']
  ])('%s is written %s', (text, written) => {
    expect(formatPortMapping(read(text))).toBe(written)
  })
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
  [`10.127.0.${HOLE}:80:80`, 'unknown', '80-80'],
  [`80:80${HOLE}`, 'public', '80-80'],
  [`80${HOLE}`, 'public', 'random'],
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
