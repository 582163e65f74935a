import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { widths } from '../scripts/screenshots/github-page.ts'
import { lasting, shows } from '../scripts/screenshots/made-from.ts'
import { scenes } from '../scripts/screenshots/scenes.ts'
import { has, whyNot } from './lab/machine.ts'

vi.setConfig({ testTimeout: 120_000 })

const folder = 'docs/images'
const remedy = 'npm ci --prefix scripts/screenshots && npm run screenshots'
const pages = new Map(
  readdirSync(folder)
    .filter(name => name.endsWith('.md'))
    .map(name => [name.replace(/\.md$/, ''), readFileSync(join(folder, name), 'utf8')])
)

const pictures = readdirSync(folder).filter(name => name.endsWith('.png'))

// An archive of the repository holds no pictures (.gitattributes); a clone does.
describe.skipIf(pictures.length === 0)('the pictures of the reports', () => {
  test('there is one of each page for each screen, and no other', () => {
    const wanted = [...pages.keys()].flatMap(name => [
      `${name}.md`,
      ...Object.keys(widths).flatMap(size => [`${name}-${size}-dark.png`, `${name}-${size}-light.png`])
    ])
    expect(readdirSync(folder).sort()).toEqual(wanted.sort())
    expect([...pages.keys()].sort()).toEqual(
      scenes.flatMap(({ name, comment }) => [name, ...(comment === undefined ? [] : [comment])]).sort()
    )
  })

  test.each(pictures)(`%s shows the page beside it (else: ${remedy})`, file => {
    const picture = readFileSync(join(folder, file))
    expect(shows(picture, pages.get(file.replace(/-[a-z]+-(light|dark)\.png$/, '')) ?? '')).toBe(true)
    // Four of them are in the README, and all are in every checkout.
    expect(picture.length).toBeLessThan(110 * 1024)
  })

  test('the README shows a failing and a passing gate, light and dark', () => {
    const shown = [...readFileSync('README.md', 'utf8').matchAll(/ (?:src|srcset)="(docs\/images\/[^"]+)"/g)]
    expect(shown.map(([, path]) => path).sort()).toEqual(
      ['failing', 'passing'].flatMap(verdict =>
        ['dark', 'light'].map(scheme => `${folder}/gate-${verdict}-wide-${scheme}.png`)
      )
    )
    expect(shown.filter(([, path = '']) => !existsSync(path))).toEqual([])
  })

  test('a picture of something else is told', () => {
    const picture = readFileSync(join(folder, 'gate-passing-wide-light.png'))
    expect(shows(picture, pages.get('gate-passing') ?? '')).toBe(true)
    expect(shows(picture, (pages.get('gate-passing') ?? '').replace('Reached', 'Not reached'))).toBe(false)
    expect(lasting('Answered 400 in 12 ms, valid until 2027-01-01 (3 ms).')).toBe(
      'Answered 400 in … ms, valid until DATE.'
    )
  })

  const missing = scenes
    .flatMap(({ services = [] }) => services.flatMap(({ needs }) => needs))
    .filter(need => !has(need))
  const reason = whyNot() ?? (missing.length > 0 ? `missing: ${missing.join(', ')}` : null)
  if (reason !== null && process.env['LAB_REQUIRED'] === '1') throw new Error(`this test needs the lab: ${reason}`)

  test.runIf(reason === null)(reason === null ? 'are current' : `are current (skipped: ${reason})`, () => {
    const temp = mkdtempSync(join(tmpdir(), 'pages-'))
    onTestFinished(() => rmSync(temp, { recursive: true, force: true }))
    const file = join(temp, 'pages.json')
    const { status, stderr } = spawnSync(process.execPath, ['scripts/screenshots/runs.ts', file], { encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, ''])
    const now = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)
    const all = (of: Iterable<readonly [string, string]>) =>
      Object.fromEntries([...of].map(([name, markdown]) => [name, lasting(markdown)]))
    expect(all(now), `what the bundle writes has changed: ${remedy}`).toEqual(all(pages))
  })
})
