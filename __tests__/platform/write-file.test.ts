import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeFile } from '../../src/platform/write-file.ts'

let base: string
let root: string

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'write-'))
  root = join(base, 'checkout')
  mkdirSync(root)
})

afterEach(() => rmSync(base, { recursive: true, force: true }))

test('makes the folders above, replaces what is there, and tells where it wrote', () => {
  const place = writeFile(root, 'out/deep/report.json', 'long content')
  expect(writeFile(root, 'out/deep/report.json', 'ä')).toBe(place)
  expect(place).toBe(join(root, 'out/deep/report.json'))
  expect(readFileSync(place, 'utf8')).toBe('ä')
})

test('an absolute path is where its author said', () => {
  writeFile(root, join(base, 'elsewhere.txt'), 'x')
  expect(readFileSync(join(base, 'elsewhere.txt'), 'utf8')).toBe('x')
})

test('links of the checkout lead no report out of it', () => {
  const outside = join(base, 'outside')
  mkdirSync(outside)
  writeFileSync(join(outside, 'keys'), 'precious')
  symlinkSync(outside, join(root, 'folder'))
  symlinkSync(join(outside, 'keys'), join(root, 'file'))
  expect(() => writeFile(root, 'folder/new', 'x')).toThrow(
    'folder/new could not be written: it leads out of the checkout'
  )
  expect(() => writeFile(root, 'folder/deep/new', 'x')).toThrow('it leads out of the checkout')
  expect(() => writeFile(root, 'file', 'x')).toThrow('file could not be written: a link stands in its place')
  expect(() => writeFile(root, '../new', 'x')).toThrow('it leads out of the checkout')
  expect(readFileSync(join(outside, 'keys'), 'utf8')).toBe('precious')
  expect(readdirSync(outside)).toEqual(['keys'])
})

test('says what stands in the way', () => {
  writeFileSync(join(root, 'file'), '')
  mkdirSync(join(root, 'folder'))
  expect(() => writeFile(root, 'file/x', 'x')).toThrow(/a file stands where a folder is needed/)
  expect(() => writeFile(root, 'folder', 'x')).toThrow(/a folder stands in its place/)
})

test('replaces nothing that begins otherwise than what it was told', () => {
  writeFile(root, 'mine', '# Made here, 1', '# Made here')
  writeFile(root, 'mine', '# Made here, 2', '# Made here')
  expect(readFileSync(join(root, 'mine'), 'utf8')).toBe('# Made here, 2')
  execFileSync('mkfifo', [join(root, 'pipe')])
  for (const [name, text] of [
    ['README.md', '# Shop'],
    ['short', '#'],
    ['pipe', null]
  ] as const) {
    if (text !== null) writeFileSync(join(root, name), text)
    expect(() => writeFile(root, name, 'x', '# Made here')).toThrow('another file has that name already')
  }
  expect(readFileSync(join(root, 'README.md'), 'utf8')).toBe('# Shop')
})
