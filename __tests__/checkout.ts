import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { DeclaredProxies } from '../src/model/exposure.ts'
import { DiskFiles } from '../src/platform/files.ts'
import { checkAll } from '../src/rules/engine.ts'
import { readDeployment } from '../src/sources/index.ts'

/** Writes files to a folder of their own, gone after the test. */
export function checkout(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'checkout-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

/** Lints a folder with the defaults of every input. */
export function lint(
  root: string,
  proxies: DeclaredProxies = 'auto',
  named: ((path: string) => boolean) | null = null
) {
  const deployment = readDeployment(new DiskFiles(root), {
    named,
    excluded: () => false,
    webhookPath: '/webhooks/stripe'
  })
  return { deployment, ...checkAll(deployment, proxies, new Map()) }
}

/** `file:line:column-endColumn rule level`, one a finding. */
export const shown = (findings: ReturnType<typeof lint>['findings']): string[] =>
  findings.map(({ at, rule, level }) => `${at.file}:${at.line}:${at.column}-${at.endColumn} ${rule} ${level}`)
