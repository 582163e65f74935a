import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** What a command in the machine came to. */
export interface Outcome {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
const overlaid =
  'mount -t tmpfs tmpfs /mnt && mkdir /mnt/u /mnt/w && mount -t overlay overlay -o lowerdir=/etc,upperdir=/mnt/u,workdir=/mnt/w /etc'

/** What these tests run, beside root's rights to make namespaces. */
const needed =
  'unshare nsenter ip nginx caddy curl openssl iptables nft dockerd sshd ssh dnsmasq busybox dash shellcheck ufw dig certbot pebble sudo'

/** What this machine lacks; empty where the tests can run. */
const missing = ((): readonly string[] => {
  if (process.platform !== 'linux') return ['Linux']
  const [command = '', ...args] = [...asRoot, 'unshare', '--mount', '--net', '--pid', '--fork', 'sh', '-c', overlaid]
  const namespaces = spawnSync(command, args, { env: { PATH: path } }).status === 0
  const found = (program: string): boolean =>
    spawnSync('sh', ['-c', `command -v ${program}`], { env: { PATH: path } }).status === 0
  return [
    ...(namespaces ? [] : ['the right to make namespaces and overlays']),
    ...needed.split(' ').filter(program => !found(program))
  ]
})()

/** True where a machine can be made here; where `.ci/run` demands it, lacking something is a failure. */
export const canMakeMachines = missing.length === 0
if (!canMakeMachines && process.env['LAB_REQUIRED'] === '1') throw new Error(`these tests need ${missing.join(', ')}`)

/** Names the tests that need a machine, and says what is lacking where they are skipped. */
export const onMachine = canMakeMachines
  ? 'on a machine of its own'
  : `skipped, for this machine lacks ${missing.join(', ')}`

const repository = fileURLToPath(new URL('../..', import.meta.url))

/** Everything that is written goes to a tmpfs: the folders of the real machine stay as they are below the overlays. */
const prepare = `set -e
mount -t tmpfs tmpfs /mnt
for folder in etc usr var root; do
  mkdir -p /mnt/$folder/upper /mnt/$folder/work
  mount -t overlay overlay -o "lowerdir=/$folder,upperdir=/mnt/$folder/upper,workdir=/mnt/$folder/work" "/$folder"
done
# The checkout may stand below /tmp, as may a clone of it.
mkdir /mnt/checkout
mount --bind "$0" /mnt/checkout
mount -t tmpfs tmpfs /run
mount -t tmpfs tmpfs /tmp
chmod 1777 /tmp
mkdir -p "$0"
mount --bind /mnt/checkout "$0"
mkdir -p /run/lock /run/sshd /var/lib/docker
ip link set lo up
ip address add 198.51.100.10/32 dev lo
rm -f /etc/resolv.conf /etc/nginx/sites-enabled/default /usr/local/bin/docker.real
echo 'nameserver 127.0.0.1' >/etc/resolv.conf
echo '127.0.0.1 localhost' >/etc/hosts
echo ready
exec sleep 900`

/**
 * A server for one test: namespaces of its own with the real machine's programs, address 198.51.100.10, no way out.
 *
 * When its first process ends, the kernel ends all others and takes mounts and network back (pid_namespaces(7)).
 */
export class Machine {
  readonly #child: ChildProcess
  readonly #pid: string
  readonly #cgroup: string

  private constructor(child: ChildProcess, pid: string) {
    this.#child = child
    this.#pid = pid
    this.#cgroup = `wrc-test-${child.pid}`
  }

  /** Starts it, without the programs named: what is not there was never installed. */
  static async start(without: readonly string[] = []): Promise<Machine> {
    const unshare = ['unshare', '--mount', '--net', '--pid', '--fork', '--kill-child=SIGKILL', '--mount-proc']
    const [command = '', ...args] = [...asRoot, ...unshare, 'sh', '-c', prepare, repository]
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: path } })
    let said = ''
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => /ready/.test(String(chunk)) && resolve())
      child.stderr.on('data', (chunk: Buffer) => {
        said += String(chunk)
      })
      child.on('error', reject)
      child.on('exit', code =>
        reject(new Error(`no machine can be made here (it takes root): ${said.trim()} (${code})`))
      )
    })
    const machine = new Machine(child, innermost(String(child.pid)))
    if (without.length > 0)
      machine.must(`rm -f ${without.flatMap(name => path.split(':').map(dir => `${dir}/${name}`)).join(' ')}`)
    return machine
  }

  /** Runs a script in it, as root unless told otherwise. */
  sh(script: string, { shell = 'sh', user = 0, input = '' } = {}): Outcome {
    const enter = ['nsenter', '-t', this.#pid, '-m', '-n', '-p', `--wd=${repository}`]
    const as = user === 0 ? [] : ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--clear-groups']
    const [command = '', ...args] = [
      ...asRoot,
      ...enter,
      'env',
      '-i',
      `PATH=${path}`,
      'HOME=/root',
      ...as,
      ...shell.split(' '),
      '-c',
      script
    ]
    const { status, stdout, stderr } = spawnSync(command, args, {
      encoding: 'utf8',
      input,
      maxBuffer: 2 ** 24,
      timeout: 120_000
    })
    return { code: status, out: stdout, err: stderr }
  }

  /** Runs a script that has to succeed, and returns what it printed. */
  must(script: string): string {
    const { code, out, err } = this.sh(script)
    if (code !== 0) throw new Error(`${script}\nended with ${code}: ${err}${out}`)
    return out
  }

  /** Waits until the condition holds. */
  until(condition: string): void {
    this.must(`for _ in $(seq 200); do if ${condition}; then exit 0; fi; sleep 0.1; done
      cat /run/background.log >&2; echo 'never: ${condition.replaceAll("'", '"')}' >&2; exit 1`)
  }

  /** Starts a program that goes on, and waits until the condition holds, or until something listens on the port. */
  background(command: string, ready: string | number): void {
    this.must(`${command} >/run/background.log 2>&1 </dev/null &`)
    this.until(typeof ready === 'number' ? listens(ready) : ready)
  }

  /** Waits until nothing listens on the port any more. */
  untilFree(port: number): void {
    this.until(`! ${listens(port)}`)
  }

  /** A whole Docker engine of its own, with an image \`app:1\` that holds BusyBox; its httpd answers 400 to POST /cgi-bin/hook. */
  startDocker(): void {
    this.background(`dockerd --storage-driver=vfs --cgroup-parent=/${this.#cgroup}`, 'docker info >/dev/null 2>&1')
    this.must(`mkdir -p /run/image/bin && cd /run/image && cp "$(command -v busybox)" bin/busybox
      for library in $(ldd bin/busybox 2>/dev/null | grep -o '/[^ ]*'); do mkdir -p ".\${library%/*}"; cp "$library" ".$library"; done
      for name in sh sleep httpd; do ln -s busybox bin/$name; done
      mkdir -p www/cgi-bin
      printf '#!/bin/sh\\necho "Status: 400 Bad Request"; echo "Content-Type: text/plain"; echo; echo "no signature"\\n' >www/cgi-bin/hook
      chmod +x www/cgi-bin/hook
      tar -c . | docker import - app:1 >/dev/null`)
  }

  stop(): void {
    this.sh('ids=$(docker ps -aq 2>/dev/null) && [ -n "$ids" ] && docker rm -f $ids')
    spawnSync(asRoot[0] ?? 'kill', [...(asRoot.length > 0 ? ['-n', 'kill'] : []), '-9', this.#pid])
    this.#child.kill('SIGKILL')
    removeControlGroups(this.#cgroup)
  }
}

const listens = (port: number): string => `ss -Hltn 'sport = :${port}' | grep -q .`

/** The first process inside: the child of \`unshare\`, which may itself be a child of \`sudo\`. */
function innermost(pid: string): string {
  const [child] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')
  return child ? innermost(child) : pid
}

/** Docker's control groups stay when everything else is gone; rmdir(2) takes them once they are empty. */
function removeControlGroups(name: string): void {
  const root = '/sys/fs/cgroup'
  for (const tree of ['.', ...readdirSync(root)]) removeFolders(`${root}/${tree}/${name}`)
}

function removeFolders(folder: string): void {
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) removeFolders(`${folder}/${entry.name}`)
    }
    rmdirSync(folder)
  } catch {
    // Not there, or not ours to remove.
  }
}
