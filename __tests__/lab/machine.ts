import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const folders = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin']
const found = new Map<string, boolean>()

/** True where this machine has the program, or the Python module named `python:module`. */
export function has(need: string): boolean {
  const known = found.get(need) ?? look(need)
  found.set(need, known)
  return known
}

function look(need: string): boolean {
  const module = /^python:(.+)/.exec(need)?.[1]
  if (module === undefined) return folders.some(folder => existsSync(`${folder}/${need}`))
  return spawnSync('/usr/bin/python3', ['-c', `import ${module}`], { stdio: 'ignore' }).status === 0
}

/** What every scenario needs. */
const basics = ['unshare', 'nsenter', 'setpriv', 'ip', 'nft', 'openssl', 'dnsmasq', 'curl']

/** Why no lab can run here, or null. */
export function whyNot(): string | null {
  if (process.platform !== 'linux') return 'it needs Linux'
  if (process.getuid?.() !== 0) return 'it needs root, for network namespaces'
  const missing = basics.filter(program => !has(program))
  if (missing.length > 0) return `missing: ${missing.join(', ')}`
  const trial = spawnSync('unshare', ['--net', '--mount', '--pid', '--fork', '--mount-proc', 'true'], {
    encoding: 'utf8'
  })
  return trial.status === 0 ? null : `no namespaces here: ${trial.stderr.trim()}`
}
