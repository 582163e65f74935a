import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { printRoutes } from './checkout.ts'

const root = '__tests__/fixtures/proxies'

describe.each(readdirSync(root))('%s', format => {
  test.each(readdirSync(`${root}/${format}`))('%s', name => {
    const folder = `${root}/${format}/${name}`
    expect(printRoutes(folder)).toBe(readFileSync(`${folder}/expected.txt`, 'utf8'))
  })
})
