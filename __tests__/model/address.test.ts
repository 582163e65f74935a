import { BlockList, isIPv4 as isIPv4ForNode, isIPv6 as isIPv6ForNode } from 'node:net'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bare,
  isAddress,
  isIPv4,
  isIPv6,
  isLoopback,
  isLoopbackHost,
  isPrivate,
  isUnspecified
} from '../../src/model/address.ts'

/** Every network with its first and last address, and what lies beside it. */
test.each([
  ['127.0.0.0', 'loopback'],
  ['127.255.255.255', 'loopback'],
  ['126.255.255.255', 'public'],
  ['128.0.0.0', 'public'],
  ['::1', 'loopback'],
  ['::2', 'public'],
  ['[::1]', 'loopback'],
  ['::ffff:127.0.0.1', 'loopback'],
  ['10.0.0.0', 'private'],
  ['10.255.255.255', 'private'],
  ['11.0.0.0', 'public'],
  ['172.16.0.0', 'private'],
  ['172.31.255.255', 'private'],
  ['172.15.255.255', 'public'],
  ['172.32.0.0', 'public'],
  ['192.168.0.0', 'private'],
  ['192.168.255.255', 'private'],
  ['192.167.255.255', 'public'],
  ['192.169.0.0', 'public'],
  ['100.64.0.0', 'private'],
  ['100.127.255.255', 'private'],
  ['100.63.255.255', 'public'],
  ['100.128.0.0', 'public'],
  ['169.254.169.254', 'private'],
  ['169.255.0.0', 'public'],
  ['fc00::', 'private'],
  ['fdff::1', 'private'],
  ['fe00::1', 'public'],
  ['fe80::1', 'private'],
  ['[febf::1]', 'private'],
  ['fec0::1', 'public'],
  ['::ffff:10.0.0.1', 'private'],
  ['198.51.100.10', 'public'],
  ['2001:db8::1', 'public'],
  ['app', 'public'],
  ['', 'public']
])('%s is %s', (address, kind) => {
  expect(isLoopback(address)).toBe(kind === 'loopback')
  expect(isPrivate(address)).toBe(kind === 'private')
})

test.each<[string, boolean]>([
  ['localhost', true],
  ['LocalHost.', true],
  ['shop.localhost', true],
  ['127.0.0.1', true],
  ['mylocalhost', false],
  ['.localhost', false],
  ['localhost.example.com', false],
  ['localhost..', false]
])('%s names this machine: %s', (host, names) => {
  expect(isLoopbackHost(host)).toBe(names)
})

test.each<[string, boolean]>([
  ['0.0.0.0', true],
  ['::', true],
  ['[::]', true],
  ['0:0:0:0:0:0:0:0', true],
  ['::0.0.0.0', true],
  ['0.0.0.1', false],
  ['::1', false],
  ['1::', false],
  ['::0.0.0.1', false],
  ['', false],
  ['0', false],
  [':', false]
])('%s stands for every address: %s', (address, all) => {
  expect(isUnspecified(address)).toBe(all)
})

test.each<[string, boolean]>([
  ['127.0.0.1', true],
  ['::1', true],
  ['[::1]', true],
  ['app', false],
  ['127.1', false]
])('%s is an address: %s', (host, is) => {
  expect(isAddress(host)).toBe(is)
})

test('brackets are taken off whole', () => {
  expect(['[::1]', '::1', '[::1', '::1]', 'x[::1]', '[::1]:80'].map(bare)).toEqual([
    '::1',
    '::1',
    '[::1',
    '::1]',
    'x[::1]',
    '[::1]:80'
  ])
})

describe('as Node itself reads it', () => {
  const pieces = [
    '0',
    '1',
    '7',
    '10',
    '100',
    '127',
    '168',
    '172',
    '192',
    '254',
    '255',
    '256',
    '01',
    '::',
    ':',
    '.',
    'f',
    'fe80',
    'fc00',
    'ffff',
    '%',
    'eth0',
    'g',
    '-',
    ' ',
    '\n',
    '[',
    ']',
    '0x1',
    '/',
    '@'
  ]
  const odd = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map(parts => parts.join(''))
  const written = fc.oneof(
    odd,
    fc.ipV4(),
    fc.ipV6(),
    fc.ipV4().map(address => `::ffff:${address}`)
  )

  test('what an address is', () => {
    fc.assert(
      fc.property(written, text => {
        expect([text, isIPv4(text), isIPv6(text)]).toEqual([text, isIPv4ForNode(text), isIPv6ForNode(text)])
      }),
      { numRuns: 5000 }
    )
  })

  test('where it lies', () => {
    const blocks = (...subnets: readonly [string, number, 'ipv4' | 'ipv6'][]): BlockList => {
      const list = new BlockList()
      for (const subnet of subnets) list.addSubnet(...subnet)
      return list
    }
    const loopback = blocks(['127.0.0.0', 8, 'ipv4'], ['::1', 128, 'ipv6'])
    const site = blocks(['10.0.0.0', 8, 'ipv4'], ['172.16.0.0', 12, 'ipv4'], ['192.168.0.0', 16, 'ipv4'])
    const shared = blocks(['100.64.0.0', 10, 'ipv4'], ['169.254.0.0', 16, 'ipv4'])
    const local = blocks(['fc00::', 7, 'ipv6'], ['fe80::', 10, 'ipv6'])
    const near = fc
      .tuple(
        fc.constantFrom('10', '100', '127', '169', '172', '192'),
        fc.constantFrom(15, 16, 31, 32, 63, 64, 127, 128, 168, 254),
        fc.nat(255)
      )
      .map(([first, second, last]) => `${first}.${second}.0.${last}`)
    const groups = fc
      .tuple(
        fc.constantFrom('fbff', 'fc00', 'fdff', 'fe00', 'fe7f', 'fe80', 'febf', 'fec0', '::', '0:0:0:0:0:0:0'),
        fc.constantFrom('1', '2')
      )
      .map(([first, last]) =>
        first === '::' ? `::${last}` : first.includes(':') ? `${first}:${last}` : `${first}::${last}`
      )
    fc.assert(
      fc.property(
        fc.oneof(
          near,
          groups,
          fc.ipV4(),
          fc.ipV6(),
          near.map(address => `::ffff:${address}`)
        ),
        address => {
          const family = isIPv4ForNode(address) ? 'ipv4' : 'ipv6'
          const isIn = (list: BlockList): boolean => list.check(address, family)
          expect([address, isLoopback(address), isPrivate(address)]).toEqual([
            address,
            isIn(loopback),
            [site, shared, local].some(isIn)
          ])
        }
      ),
      { numRuns: 5000 }
    )
  })
})
