import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, createServer as createTcp, type Server } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { entry, runner } from '../bundle.ts'
import { checkout } from '../checkout.ts'
import { processesWith, stackTrace } from './traces.ts'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** A run that is under way. */
interface Run {
  readonly child: ChildProcess
  readonly temp: string
  /** A variable that it and all its children were started with. */
  readonly mark: string
  log(): string
}

function start(inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}): Run {
  const mark = `FAULT_MARK=${randomUUID()}`
  const [name = '', value = ''] = mark.split('=')
  const prepared = runner(checkout({}), { mode: 'probe', ...inputs }, { [name]: value, ...env })
  const child = spawn(process.execPath, [entry], { env: prepared.env, stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (said += chunk))
  return { child, temp: prepared.temp, mark, log: () => said }
}

/** Sends the signal once `when` holds, and waits for the end. */
async function callOff({ child, log }: Run, signal: NodeJS.Signals, when: () => boolean): Promise<number | null> {
  const closed = once(child, 'close')
  while (!when()) {
    if (child.exitCode !== null) throw new Error(`it ended before the signal: ${log()}`)
    await sleep(20)
  }
  child.kill(signal)
  const [code] = (await closed) as [number | null]
  return code
}

/** Nothing is left of a run but what it was asked for. */
async function expectNothingLeft({ mark, temp, log }: Run): Promise<void> {
  for (let waited = 0; processesWith(mark).length > 0 && waited < 5000; waited += 50) await sleep(50)
  expect(processesWith(mark)).toEqual([])
  const ours = ['output', 'summary', 'state', 'env', 'webhook-reach-check']
  expect(readdirSync(temp).filter(name => !ours.includes(name))).toEqual([])
  expect(log()).not.toMatch(stackTrace)
}

async function listening(server: Server): Promise<number> {
  onTestFinished(() => void server.close())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

/** Takes connections and says nothing, ever. */
async function silent(): Promise<{ readonly port: number; readonly connections: () => number }> {
  let count = 0
  const port = await listening(
    createTcp(socket => {
      count++
      socket.on('error', () => undefined)
      onTestFinished(() => void socket.destroy())
    })
  )
  return { port, connections: () => count }
}

const refusing = { 'webhook-url': 'https://shop.example.com:1/hook', resolve: 'shop.example.com:1:127.0.0.1' }
const verdictOf = ({ temp }: Run): string => readFileSync(join(temp, 'output'), 'utf8')

describe.each(signals)('%s', signal => {
  test('in the midst of the first attempt: nothing is judged', async () => {
    const { port, connections } = await silent()
    const url = `https://shop.example.com:${port}/hook`
    const run = start({ 'webhook-url': url, resolve: `shop.example.com:${port}:127.0.0.1`, timeout: '300' })
    expect(await callOff(run, signal, () => connections() > 0)).toBe(1)
    expect(run.log()).toContain(
      `::error::The run was called off before the first answer came: nothing is known of ${url}.`
    )
    expect(verdictOf(run)).toMatch(/^verdict<<(\S+)\nfail\n\1\n$/)
    await expectNothingLeft(run)
  })

  test('while it waits: what it saw last is told, and not to the pull request', async () => {
    let asked = 0
    const api = await listening(createServer((_, response) => void response.end(String(asked++))))
    const event = join(checkout({}), 'event.json')
    writeFileSync(event, '{"pull_request":{"number":7,"head":{"sha":"a"}}}')
    const run = start(
      { ...refusing, 'github-token': 'ghs_0123456789abcdef', wait: '3600' },
      { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: event, GITHUB_API_URL: `http://127.0.0.1:${api}` }
    )
    expect(await callOff(run, signal, () => run.log().includes('Trying for another'))).toBe(1)
    expect(run.log()).toContain('title=tcp-refused')
    expect(verdictOf(run)).toContain('tcp-refused')
    expect(asked).toBe(0)
    await expectNothingLeft(run)
  })

  test('in the midst of ssh: no key, no ssh is left', async () => {
    const { port, connections } = await silent()
    const key = join(checkout({}), 'key')
    spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key])
    const run = start({
      ...refusing,
      wait: '0',
      ssh: `deploy@127.0.0.1:${port}`,
      'ssh-key': readFileSync(key, 'utf8'),
      'ssh-known-hosts': `[127.0.0.1]:${port} ${readFileSync(`${key}.pub`, 'utf8')}`
    })
    const inSsh = (): boolean =>
      connections() > 0 &&
      processesWith(run.mark).some(command => command.startsWith('ssh ')) &&
      readdirSync(run.temp).some(name => name.startsWith('webhook-reach-check-'))
    expect(await callOff(run, signal, inSsh)).toBe(1)
    expect(run.log()).toContain('ended with the run, which was called off')
    expect(verdictOf(run)).toContain('tcp-refused')
    await expectNothingLeft(run)
  })

  test('in the midst of the look at this machine: none of its programs is left', async () => {
    const run = start({ ...refusing, wait: '0', ssh: 'local' })
    const looks = (): boolean => processesWith(run.mark).some(command => command.startsWith('sh -s'))
    expect(await callOff(run, signal, looks)).toBe(1)
    expect(verdictOf(run)).toContain('tcp-refused')
    await expectNothingLeft(run)
  })

  test('a second one ends a run that hangs: the key and what it started go with it', async () => {
    const temp = checkout({})
    const program = `
      import { nodeCommands } from '${join(process.cwd(), 'src/platform/commands.ts')}'
      import { secretFiles } from '${join(process.cwd(), 'src/platform/secret-files.ts')}'
      import { calledOff } from '${join(process.cwd(), 'src/platform/call-off.ts')}'
      secretFiles('${temp}', () => {}).create({ key: 'k' })
      calledOff().addEventListener = () => {}
      nodeCommands(() => process.env).run({ command: 'sleep', args: ['600'], input: '', timeoutMs: 600_000 })
      console.log('hangs')`
    const mark = `FAULT_MARK=${randomUUID()}`
    const env = { PATH: process.env['PATH'] ?? '', FAULT_MARK: mark.split('=')[1] ?? '' }
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], { env })
    onTestFinished(() => void child.kill('SIGKILL'))
    await once(child.stdout, 'data')
    child.kill(signal)
    await sleep(300)
    expect([child.exitCode, readdirSync(temp).length, processesWith(mark).length]).toEqual([null, 1, 2])
    child.kill(signal)
    const [, ended] = (await once(child, 'close')) as [null, NodeJS.Signals]
    expect(ended).toBe(signal)
    await expectNothingLeft({ child, temp, mark, log: () => '' })
  })
})
