import { expect, test } from 'vitest'
import { roleOf } from '../../src/model/role.ts'
import { HOLE } from '../../src/text/mapped-text.ts'

test.each([
  ['postgres:17', 'app', 'data-store'],
  ['nginx:1', 'postgres', 'proxy'],
  ['ghcr.io/acme/app', 'postgres', 'app'],
  [HOLE, 'redis', 'data-store'],
  [null, 'caddy', 'proxy'],
  [null, 'shop', 'app'],
  [null, null, 'app'],
  [`ghcr.io/acme/${HOLE}`, 'redis', 'app']
])('%j of the name %s is for %s', (image, name, role) => {
  expect(roleOf(image, name)).toBe(role)
})
