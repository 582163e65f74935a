import { spawnSync } from 'node:child_process'

const folders = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
const has = (name: string): boolean =>
  spawnSync('sh', ['-c', `command -v ${name}`], { env: { PATH: folders } }).status === 0

/** What these tests run, beside the right to make namespaces. */
const needed = ['unshare', 'setpriv', 'ip', 'nft', 'strace', 'faketime', 'openssl', 'dnsmasq', 'sshd', 'ss']

const missing = ((): readonly string[] => {
  if (process.platform !== 'linux') return ['Linux']
  const trial = spawnSync('unshare', ['--net', '--mount', '--pid', '--fork', 'sh', '-c', 'mount -t tmpfs tmpfs /mnt'])
  return [...(trial.status === 0 ? [] : ['root']), ...needed.filter(name => !has(name))]
})()

/** True where namespaces can be made here; where `.ci/run` demands it, lacking something is a failure. */
export const canMakeNamespaces = missing.length === 0
if (!canMakeNamespaces && process.env['LAB_REQUIRED'] === '1') throw new Error(`these tests need ${missing.join(', ')}`)

/** A title for tests that need namespaces, which says what is lacking where they are skipped. */
export const inNamespaces = (title: string): string =>
  canMakeNamespaces ? title : `${title} (skipped, for this machine lacks ${missing.join(', ')})`

/**
 * The words that run a command in namespaces of its own, after these shell lines: mounts and networks that nobody else
 * sees, and that go with the last process.
 */
export const inNamespace = (...lines: readonly string[]): readonly string[] => [
  ...['unshare', '--net', '--mount', '--pid', '--fork', '--kill-child=SIGKILL', '--mount-proc'],
  ...['sh', '-euc', [...lines, 'exec "$@"'].join('\n'), 'sh']
]
