import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { Chromium } from '../scripts/screenshots/chromium.ts'
import { githubPage, widths } from '../scripts/screenshots/github-page.ts'
import { hostilePages, pages as made, plainPage } from './reports/pages.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

/** What real runs wrote, and a run of every other kind. */
const real = readdirSync('docs/images')
  .filter(name => name.endsWith('.md'))
  .map(name => [name, readFileSync(join('docs/images', name), 'utf8')] as const)
const pages: Readonly<Record<string, string>> = { ...Object.fromEntries(real), ...made }

/** What this machine lacks to show a page as GitHub does. */
const missing = [
  ...((process.env['PATH'] ?? '').split(delimiter).some(folder => existsSync(join(folder, 'chromium')))
    ? []
    : ['chromium']),
  ...(existsSync('scripts/screenshots/node_modules/mermaid') ? [] : ['`npm ci --prefix scripts/screenshots`'])
]
if (missing.length > 0 && process.env['LAB_REQUIRED'] === '1') throw new Error(`these tests need ${missing.join(', ')}`)

const where = missing.length === 0 ? 'in a browser' : `skipped, for this machine lacks ${missing.join(', ')}`

/** Elements that stand out of the column, and tables of which a part is out of sight. */
const misfits = `(() => {
  for (const details of document.querySelectorAll('details')) details.open = true
  const name = element => element.localName + ': ' + element.textContent.trim().slice(0, 60)
  const scrolled = element => element.parentElement.closest('table, pre, svg') !== null
  const all = [...document.querySelectorAll('article *')]
  return {
    outside: all.filter(element => !scrolled(element) && element.getBoundingClientRect().right > innerWidth).map(name),
    hidden: all.filter(({ localName, scrollWidth, clientWidth }) => localName === 'table' && scrollWidth > clientWidth).map(name),
    wide: document.documentElement.scrollWidth > innerWidth
  }
})()`

/** Each picture's text: what it says, how large it is, and how it stands out from its ground (WCAG 2.2, 1.4.11). */
const labels = `(() => {
  const channels = color => color.match(/[\\d.]+/g).map(Number)
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(v => v / 255).map(v => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    return 0.2126 * x + 0.7152 * y + 0.0722 * z
  }
  const ground = channels(getComputedStyle(document.body).backgroundColor)
  return [...document.querySelectorAll('.mermaid .node')].map(node => {
    const svg = node.closest('svg')
    const label = node.querySelector('.nodeLabel')
    const fill = getComputedStyle(node.querySelector('.label-container')).fill
    const [text, behind] = [channels(getComputedStyle(label).color), fill === 'none' ? ground : channels(fill)].map(light)
    return {
      text: label.textContent,
      size: parseFloat(getComputedStyle(label).fontSize) * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width,
      contrast: (Math.max(text, behind) + 0.05) / (Math.min(text, behind) + 0.05)
    }
  })
})()`

/** How many elements of each kind are on a page, but for code spans, which anybody may make; and where its links lead. */
const living = `Object.fromEntries(
  [...new Set([...document.querySelectorAll('article :not(code)')].map(({ localName }) => localName))]
    .map(name => [name, document.querySelectorAll('article ' + name).length])
)`
const links = `[...document.querySelectorAll('article a')].map(({ href }) => href)`

describe.runIf(missing.length === 0)(where, () => {
  let browser: Chromium
  let folder: string
  const asked: string[] = []
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'looks-'))
    browser = await Chromium.start()
    browser.onRequest(url => asked.push(url))
  })
  afterAll(async () => {
    await browser.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const show = async (markdown: string, width: number, { scheme = 'light' as 'light' | 'dark', raw = false } = {}) => {
    writeFileSync(join(folder, 'page.html'), githubPage(markdown, { raw }))
    await browser.open(join(folder, 'page.html'), { width, scheme })
  }

  describe.each(Object.entries(widths))('on a %s', (_, width) => {
    test.each(Object.entries(pages))('%s stays in its column', async (name, markdown) => {
      await show(markdown, width)
      const { outside, hidden, wide } = await browser.evaluate<Record<string, unknown>>(misfits)
      expect({ outside, wide }).toEqual({ outside: [], wide: false })
      // The pages that people see most have nothing out of sight.
      if (/^(failing|passing|a comment|.*\.md)$/.test(name)) expect(hidden).toEqual([])
    })

    test.each(Object.entries(pages).filter(([name]) => name !== 'more than fits'))(
      '%s has all its pictures',
      async (_, markdown) => {
        const wanted = markdown.match(/^```mermaid$/gm)?.length ?? 0
        for (const scheme of wanted === 0 ? [] : (['light', 'dark'] as const)) {
          await show(markdown, width, { scheme })
          expect(await browser.evaluate(`document.querySelectorAll('.mermaid > svg').length`)).toBe(wanted)
          expect(await browser.evaluate('document.body.innerText')).not.toMatch(/Syntax error|Mermaid:|flowchart LR/)
          const shown = await browser.evaluate<{ text: string; size: number; contrast: number }[]>(labels)
          expect(shown.filter(({ contrast }) => contrast < 3.5)).toEqual([])
          expect(shown.filter(({ size }) => size < 7)).toEqual([])
        }
      }
    )
  })

  test('a picture says where the way ends', async () => {
    await show(pages['failing'] ?? '', widths.phone)
    const shown = await browser.evaluate<{ text: string }[]>(labels)
    expect(shown.map(({ text }) => text)).toEqual(['sender', '✓ dns', '✗ tcp-refused', 'not tried: tls … health'])
  })

  test.each([false, true])('nothing of an attacker comes alive (without a sanitiser: %s)', async raw => {
    await show(plainPage, widths.wide, { raw })
    const plain = Object.entries(await browser.evaluate<Record<string, number>>(living))
    expect(plain).toContainEqual(['svg', 1])
    const each = Object.fromEntries(plain.map(([name, count]) => [name, count * hostilePages.length]))
    await show(hostilePages.join('\n'), widths.wide, { raw })
    expect(await browser.evaluate(living)).toEqual(each)
    expect(await browser.evaluate('alive')).toBe(false)
    const led = await browser.evaluate<string[]>(links)
    expect(led.filter(href => !href.startsWith('https://github.com/acme/webhook-reach-check/'))).toEqual([])
    expect(asked.filter(url => !/^(file|data):/.test(url))).toEqual([])
  })

  test('what would come alive is seen: this test can fail', async () => {
    const attack = '<img src="https://evil.example/x.png" onerror="alert(1)"><a href="javascript:alert(1)">x</a>'
    await show(attack, widths.wide, { raw: true })
    await expect.poll(() => browser.evaluate('alive'), { timeout: 30_000 }).toBe(true)
    expect(asked.filter(url => url.startsWith('https:'))).toEqual(['https://evil.example/x.png'])
    await show(attack, widths.wide)
    expect(await browser.evaluate(links)).toEqual([''])
    expect(await browser.evaluate(`document.querySelector('img').hasAttribute('onerror')`)).toBe(false)
  })
})
