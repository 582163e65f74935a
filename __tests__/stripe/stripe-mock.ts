import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { promisify } from 'node:util'

const version = 'v0.203.0'
const folder = resolve('node_modules/.cache', `stripe-mock-${version}`)
const binary = `${folder}/stripe-mock`

/** The path of Stripe's own mock server, built from its Go module once; null where there is no Go, or no module. */
export async function stripeMock(): Promise<string | null> {
  if (existsSync(binary)) return binary
  try {
    const env = { ...process.env, GOBIN: folder }
    await promisify(execFile)('go', ['install', `github.com/stripe/stripe-mock@${version}`], { env, timeout: 240_000 })
    return binary
  } catch {
    return null
  }
}

/** Starts it on a free port of loopback. */
export async function startStripeMock(
  path: string
): Promise<{ readonly base: string; readonly process: ChildProcess }> {
  const child = spawn(path, ['-http-addr', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const port = await new Promise<string>((resolve, reject) => {
    let seen = ''
    child.stdout.on('data', chunk => {
      seen += String(chunk)
      const found = /127\.0\.0\.1:(\d+)/.exec(seen)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.once('error', reject)
    child.once('exit', code => reject(new Error(`stripe-mock ended with ${code}: ${seen}`)))
  })
  return { base: `http://127.0.0.1:${port}`, process: child }
}
