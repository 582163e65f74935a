import { expect, test } from 'vitest'
import { bare, isAddress, isLoopback, isLoopbackHost, isPrivate, isUnspecified } from '../../src/model/address.ts'

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
