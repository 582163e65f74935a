/** Makes the pictures of the reports: `npm run screenshots`, after `npm ci --prefix scripts/screenshots`. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Chromium } from './chromium.ts'
import { fewColours } from './few-colours.ts'
import { githubPage, widths } from './github-page.ts'
import { signed } from './made-from.ts'

const target = resolve(process.argv[2] ?? new URL('../../docs/images', import.meta.url).pathname)
const folder = mkdtempSync(join(tmpdir(), 'screenshots-'))
const [page, found] = [join(folder, 'page.html'), join(folder, 'pages.json')]

/** What a run told GitHub, by name. */
function runs(): Record<string, string> {
  execFileSync(process.execPath, [new URL('runs.ts', import.meta.url).pathname, found], { stdio: 'inherit' })
  return JSON.parse(readFileSync(found, 'utf8'))
}

async function take(browser: Chromium, name: string, markdown: string): Promise<void> {
  writeFileSync(join(target, `${name}.md`), markdown)
  writeFileSync(page, githubPage(markdown))
  for (const scheme of ['light', 'dark'] as const) {
    for (const [size, width] of Object.entries(widths)) {
      await browser.open(page, { width, scheme })
      const picture = signed(fewColours(await browser.picture()), markdown)
      writeFileSync(join(target, `${name}-${size}-${scheme}.png`), picture)
      process.stdout.write(`${name}-${size}-${scheme}.png: ${Math.ceil(picture.length / 1024)} KiB\n`)
    }
  }
}

const browser = await Chromium.start()
try {
  mkdirSync(target, { recursive: true })
  for (const [name, markdown] of Object.entries(runs())) await take(browser, name, markdown)
} finally {
  await browser.stop()
  rmSync(folder, { recursive: true, force: true })
}
