import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request, type Server } from 'node:http'
import { type AddressInfo, connect, createServer as createTcpServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** True where the server is there to be asked. */
export const isInstalled = (command: string): boolean =>
  spawnSync(command, ['-v'], { stdio: 'ignore' }).error === undefined

/** An app behind the proxy: answers everything with a header that only it sends. */
export async function startApp(): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const server: Server = createServer((incoming, response) => {
    incoming.resume()
    response.writeHead(200, { 'x-app': 'reached', connection: 'close' }).end('app')
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => new Promise(done => server.close(() => done()))
  }
}

/** A port of 127.0.0.1 that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createTcpServer()
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise<void>(done => server.close(() => done()))
  return port
}

/** A proxy that runs in the foreground until it is stopped. */
export interface RunningProxy {
  /** Whether a POST to `path` of `host` got through to the app. */
  reaches(host: string, path: string): Promise<{ readonly app: boolean; readonly status: number }>
  stop(): Promise<void>
}

/** Starts a server on a config of ours and waits until its port answers; throws with what it said otherwise. */
export async function startProxy(
  config: string,
  port: number,
  command: (folder: string, file: string) => readonly [string, ...string[]],
  files: Readonly<Record<string, string>> = {}
): Promise<RunningProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'proxy-'))
  const file = join(folder, 'config')
  writeFileSync(file, config.replaceAll('FOLDER', folder))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, { mode: 0o644 })
  const [executable, ...args] = command(folder, file)
  const child = spawn(executable, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, HOME: folder } })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      said = (said + chunk).slice(-4000)
    })
  const stop = async (): Promise<void> => {
    await end(child)
    rmSync(folder, { recursive: true, force: true })
  }
  for (let tries = 0; !(await answers(port)); tries++) {
    if (tries > 100 || child.exitCode !== null) {
      await stop()
      throw new Error(`${executable} did not start: ${said}`)
    }
    await new Promise(done => setTimeout(done, 50))
  }
  return { reaches: (host, path) => post(port, host, path), stop }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  await new Promise<void>(done => {
    child.once('exit', () => done())
    child.kill('SIGTERM')
    setTimeout(() => child.kill('SIGKILL'), 2000).unref()
  })
}

const answers = (port: number): Promise<boolean> =>
  new Promise(done => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      done(true)
    })
    socket.once('error', () => done(false))
  })

/** A webhook's POST from a public address, as far as the proxy can tell. */
const post = (port: number, host: string, path: string): Promise<{ app: boolean; status: number }> =>
  new Promise((done, fail) => {
    const headers = { host, 'content-type': 'application/json', 'x-real-ip': '198.51.100.7', connection: 'close' }
    const sent = request({ host: '127.0.0.1', port, path, method: 'POST', headers, timeout: 5000 }, response => {
      response.resume()
      response.on('end', () => done({ app: response.headers['x-app'] === 'reached', status: response.statusCode ?? 0 }))
    })
    sent.on('timeout', () => sent.destroy(new Error('timeout')))
    // A proxy that closes the connection has turned the webhook away.
    sent.on('error', error =>
      'code' in error && error.code === 'ECONNRESET' ? done({ app: false, status: 0 }) : fail(error)
    )
    sent.end('{}')
  })
