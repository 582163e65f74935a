/**
 * Makes the pictures of the reports that are not current: `npm run screenshots`, after `npm ci --prefix
 * scripts/screenshots`. For all of them anew, remove docs/images first.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Chromium } from './chromium.ts'
import { fewColours } from './few-colours.ts'
import { githubPage, widths } from './github-page.ts'
import { shows, signed } from './made-from.ts'

const target = resolve(process.argv[2] ?? new URL('../../docs/images', import.meta.url).pathname)
const folder = mkdtempSync(join(tmpdir(), 'screenshots-'))
const [page, found] = [join(folder, 'page.html'), join(folder, 'pages.json')]

/** What a run told GitHub, by name. */
function runs(): Record<string, string> {
  execFileSync(process.execPath, [new URL('runs.ts', import.meta.url).pathname, found], { stdio: 'inherit' })
  return JSON.parse(readFileSync(found, 'utf8'))
}

const screens = (['light', 'dark'] as const).flatMap(scheme =>
  Object.entries(widths).map(([size, width]) => ({ scheme, width, name: `${size}-${scheme}.png` }))
)

const current = (path: string, markdown: string): boolean => existsSync(path) && shows(readFileSync(path), markdown)

async function take(browser: Chromium, name: string, markdown: string): Promise<void> {
  // Times differ with each run: no reason to change a picture.
  if (screens.every(screen => current(join(target, `${name}-${screen.name}`), markdown))) return
  writeFileSync(join(target, `${name}.md`), markdown)
  writeFileSync(page, githubPage(markdown))
  for (const screen of screens) {
    await browser.open(page, screen)
    const picture = signed(fewColours(await browser.picture()), markdown)
    writeFileSync(join(target, `${name}-${screen.name}`), picture)
    process.stdout.write(`${name}-${screen.name}: ${Math.ceil(picture.length / 1024)} KiB\n`)
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
