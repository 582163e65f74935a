import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { putBlock } from '../scripts/pages/made-block.ts'
import { fenced } from '../scripts/pages/rule-page.ts'
import { checkout } from './checkout.ts'

/** What the documentation is made of, somewhere else. */
function copy(): string {
  const root = checkout({})
  for (const path of ['src', 'scripts', 'docs', 'examples', 'README.md', 'action.yml', 'package.json'])
    cpSync(path, join(root, path), { recursive: true })
  symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'))
  return root
}

const docs = (root: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts/docs.ts'), ...args], {
    encoding: 'utf8'
  })
  return { status, stdout, stderr }
}

const edit = (path: string, from: string, to: string): void =>
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))

test('what was changed by hand is found, and made again; what people wrote stays', () => {
  const root = copy()
  const page = join(root, 'docs/rules/proxy-bypass.md')
  const before = readFileSync('README.md', 'utf8')
  edit(join(root, 'README.md'), '| `wait` | `60` |', '| `wait` | `90` |')
  edit(page, '# proxy-bypass', '# proxy-passed-by')
  edit(page, '## See for yourself', '## See it with your own eyes')
  rmSync(join(root, 'docs/diagnoses/blocked.md'))
  writeFileSync(join(root, 'docs/rules/no-such-rule.md'), 'left over')

  const checked = docs(root, '--check')
  expect(checked.status).toBe(1)
  expect(checked.stderr).toBe(
    'Not what the sources give: README.md, docs/rules/proxy-bypass.md, docs/diagnoses/blocked.md, docs/rules/no-such-rule.md. Run "npm run docs" and commit it.\n'
  )

  expect(docs(root).stdout).toMatch(/^3 of \d+ files written, 1 removed\.\n$/)
  expect(readFileSync(join(root, 'README.md'), 'utf8')).toBe(before)
  expect(readFileSync(page, 'utf8')).toContain('\n# proxy-bypass\n')
  expect(readFileSync(page, 'utf8')).toContain('## See it with your own eyes')
  expect(docs(root, '--check').status).toBe(0)
})

test('a page without the marks of a block is refused by name', () => {
  expect(() => putBlock('<!-- made: inputs --> and no end', 'inputs', 'x')).toThrow('the page has no block "inputs"')
  expect(putBlock('a<!-- made: b -->old<!-- /made: b -->c', 'b', 'new')).toBe('a<!-- made: b -->new<!-- /made: b -->c')
})

test('an example that holds a fence does not end its own', () => {
  expect(fenced('text', 'a\n````\nb')).toBe('`````text\na\n````\nb\n`````')
})
