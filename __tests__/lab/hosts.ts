import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** What a command came to. */
export interface Finished {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  readonly ms: number
}

export interface CommandOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  readonly input?: string
  /** Milliseconds until it is killed. */
  readonly timeout?: number
}

/** A file's text that only one host sees, bound over the machine's own: /etc/hosts, /etc/resolv.conf. */
export type BoundFiles = Readonly<Record<string, string>>

/** Folders that a host may write to without the machine seeing it: an overlay each (certbot, sshd and packages change them). */
const ownFolders = ['etc', 'var', 'root', 'home']

const environment = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C.UTF-8' }

/**
 * A host of the lab: a process that does nothing but hold a network, a process tree, mounts and a name.
 * It sees the machine's programs; its addresses, sockets, processes and changed files are its own.
 */
export class Host {
  readonly name: string
  readonly folder: string
  readonly pid: number
  readonly #holder: ChildProcess

  private constructor(name: string, folder: string, holder: ChildProcess, pid: number) {
    this.name = name
    this.folder = folder
    this.#holder = holder
    this.pid = pid
  }

  /** Brings a host up, without a network link yet. `folder` is its scratch space. */
  static async start(name: string, folder: string, bound: BoundFiles): Promise<Host> {
    mkdirSync(folder, { recursive: true })
    const unshare = ['unshare', '--net', '--mount', '--pid', '--uts', '--fork', '--kill-child=SIGKILL', '--mount-proc']
    const holder = spawn('setpriv', ['--pdeathsig', 'KILL', ...unshare, 'sh', '-euc', prepare(name, folder, bound)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environment
    })
    let complaint = ''
    holder.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint += text
    })
    const ready = once(holder.stdout, 'data').then(() => true)
    const ended = once(holder, 'close').then(() => false)
    if (!(await Promise.race([ready, ended]))) throw new Error(`host ${name} did not start: ${complaint}`)
    return new Host(name, folder, holder, firstChild(holder.pid ?? 0))
  }

  /** The words that put a command inside this host. */
  enter(command: readonly string[]): readonly string[] {
    return ['nsenter', `--target=${this.pid}`, '--net', '--mount', '--pid', '--uts', '--', ...command]
  }

  /** Runs a command to its end. */
  async run(command: readonly string[], options: CommandOptions = {}): Promise<Finished> {
    const started = performance.now()
    // `timeout` runs inside the host: killing nsenter would leave the command alive.
    const limit = ['timeout', '--signal=KILL', String((options.timeout ?? 30_000) / 1000)]
    const child = this.#spawn([...limit, ...command], options)
    const out = [collect(child.stdout), collect(child.stderr)] as const
    child.stdin.on('error', () => undefined).end(options.input ?? '')
    const [code] = (await once(child, 'close')) as [number | null]
    return { code: code ?? -1, stdout: out[0](), stderr: out[1](), ms: performance.now() - started }
  }

  /** Runs a command that has to succeed, and returns what it printed. */
  async must(command: readonly string[], options: CommandOptions = {}): Promise<string> {
    const { code, stdout, stderr } = await this.run(command, options)
    if (code !== 0) throw new Error(`${this.name}: ${command.join(' ')} ended with ${code}: ${stderr || stdout}`)
    return stdout
  }

  /** Starts a server and waits until it listens on all of `ports`; what it prints is kept for when it does not. */
  async serve(
    command: readonly string[],
    ports: readonly number[],
    options: CommandOptions = {}
  ): Promise<ChildProcess> {
    const child = this.#spawn(command, options)
    const output = collect(child.stdout, child.stderr)
    child.on('error', () => undefined)
    for (let waited = 0; !this.listens(ports); waited += 20) {
      if (child.exitCode !== null || waited > 9000) {
        throw new Error(`${this.name}: ${command.join(' ')} does not listen on ${ports.join(', ')}: ${output()}`)
      }
      await sleep(20)
    }
    return child
  }

  /** True where every port has a listener (TCP) or a socket (UDP); read from the kernel, no connection is made. */
  listens(ports: readonly number[]): boolean {
    const table = ['tcp', 'tcp6', 'udp', 'udp6'].map(name => readFileSync(`/proc/${this.pid}/net/${name}`, 'utf8'))
    return ports.every(port => {
      const local = `:${port.toString(16).toUpperCase().padStart(4, '0')}`
      return new RegExp(`${local} [0-9A-F]+:0000 (0A|07)`).test(table.join('\n'))
    })
  }

  /** Writes a file into the host's scratch folder and returns its path. */
  file(name: string, text: string): string {
    const path = `${this.folder}/${name}`
    writeFileSync(path, text)
    return path
  }

  /** Ends the host and, by way of its process namespace, everything in it. */
  async stop(): Promise<void> {
    if (this.#holder.exitCode !== null || this.#holder.signalCode !== null) return
    this.#holder.kill('SIGKILL')
    await once(this.#holder, 'close')
  }

  #spawn(command: readonly string[], { cwd, env }: CommandOptions): ChildProcessWithoutNullStreams {
    // Not by way of a shell: dash drops variables whose names it could not have made, such as INPUT_WEBHOOK-URL.
    const there = cwd === undefined ? command : ['env', `--chdir=${cwd}`, ...command]
    const [program = '', ...args] = this.enter(there)
    return spawn(program, args, { env: { ...environment, TMPDIR: this.folder, ...env }, stdio: 'pipe' })
  }
}

/** Mounts of one host, then a wait without end. */
function prepare(name: string, folder: string, bound: BoundFiles): string {
  const lines = [`hostname ${name}`, 'mount -t tmpfs -o mode=755 tmpfs /run', 'mkdir /run/lock']
  for (const own of ownFolders) {
    const [upper, work] = [`${folder}/upper/${own}`, `${folder}/scratch/${own}`]
    lines.push(`mkdir -p ${upper} ${work}`)
    lines.push(`mount -t overlay overlay -o lowerdir=/${own},upperdir=${upper},workdir=${work} /${own}`)
  }
  for (const [path, text] of Object.entries(bound)) {
    lines.push(`rm -f ${path}`, `printf %s ${quote(text)} > ${path}`)
  }
  return [...lines, 'ip link set lo up', 'echo up', 'exec sleep infinity'].join('\n')
}

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

/** The holder is `unshare`; the process that is number 1 inside is its only child. */
function firstChild(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0])
}

/** Keeps what the streams say, up to 4 MiB. */
function collect(...streams: readonly NodeJS.ReadableStream[]): () => string {
  const chunks: Buffer[] = []
  let size = 0
  for (const stream of streams) {
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size < 4 * 1024 * 1024) chunks.push(chunk)
    })
  }
  return () => Buffer.concat(chunks).toString('utf8')
}
