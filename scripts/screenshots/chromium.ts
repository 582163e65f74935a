import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'

type Parameters = Readonly<Record<string, unknown>>

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: Parameters
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/** No network at all, and the same picture wherever it is taken. */
const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--hide-scrollbars',
  '--force-color-profile=srgb',
  '--allow-file-access-from-files',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--remote-debugging-pipe'
]

/** A Chromium without a window, spoken to through a pipe (Chrome DevTools Protocol): one page at a time. */
export class Chromium {
  readonly #child: ChildProcess
  readonly #profile: string
  readonly #waiting = new Map<number, (message: Message) => void>()
  readonly #listeners = new Set<(method: string, params: Parameters) => void>()
  #session = ''
  #last = 0
  #rest = ''

  private constructor(program: string) {
    this.#profile = mkdtempSync(join(tmpdir(), 'chromium-'))
    this.#child = spawn(program, [...flags, `--user-data-dir=${this.#profile}`, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe']
    })
    const fromChromium = this.#child.stdio[4] as Readable
    fromChromium.setEncoding('utf8').on('data', (chunk: string) => this.#read(chunk))
    this.#child.on('error', () => this.#give('it cannot be started'))
    this.#child.on('exit', () => this.#give('it ended'))
  }

  static async start(program = 'chromium'): Promise<Chromium> {
    const browser = new Chromium(program)
    const { targetId } = (await browser.#ask('Target.createTarget', { url: 'about:blank' })) as { targetId: string }
    const { sessionId } = (await browser.#ask('Target.attachToTarget', { targetId, flatten: true })) as {
      sessionId: string
    }
    browser.#session = sessionId
    for (const domain of ['Page', 'Runtime', 'Network']) await browser.#ask(`${domain}.enable`, {})
    return browser
  }

  /** Opens a file at this width and waits until the page calls itself ready. */
  async open(path: string, { width, scheme }: { readonly width: number; readonly scheme: 'light' | 'dark' }) {
    const features = [{ name: 'prefers-color-scheme', value: scheme }]
    await this.#ask('Emulation.setEmulatedMedia', { features })
    await this.#ask('Emulation.setDeviceMetricsOverride', { width, height: 900, deviceScaleFactor: 1.5, mobile: false })
    const loaded = new Promise<void>(resolve => {
      const listener = (method: string): void => {
        if (method !== 'Page.loadEventFired') return
        this.#listeners.delete(listener)
        resolve()
      }
      this.#listeners.add(listener)
    })
    await this.#ask('Page.navigate', { url: `file://${path}` })
    await loaded
    await this.evaluate('ready')
  }

  /** What an expression in the page comes to; a promise is waited for. */
  async evaluate<Value>(expression: string): Promise<Value> {
    const question = { expression, awaitPromise: true, returnByValue: true }
    const { result, exceptionDetails } = (await this.#ask('Runtime.evaluate', question)) as {
      result: { value: Value }
      exceptionDetails?: { exception?: { description?: string } }
    }
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? expression)
    return result.value
  }

  /** The whole page as PNG. */
  async picture(): Promise<Buffer> {
    const [width, height] = await this.evaluate<[number, number]>('[innerWidth, document.body.scrollHeight]')
    const clip = { x: 0, y: 0, width, height, scale: 1 }
    const shot = { format: 'png', clip, captureBeyondViewport: true, optimizeForSpeed: false }
    const { data } = (await this.#ask('Page.captureScreenshot', shot)) as { data: string }
    return Buffer.from(data, 'base64')
  }

  /** Hears of every request that a page makes. */
  onRequest(heard: (url: string) => void): void {
    this.#listeners.add((method, params) => {
      if (method === 'Network.requestWillBeSent') heard((params['request'] as { url: string }).url)
    })
  }

  async stop(): Promise<void> {
    const ended = new Promise(resolve => this.#child.once('exit', resolve))
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      ;(this.#child.stdio[3] as Writable).write(`${JSON.stringify({ id: 0, method: 'Browser.close' })}\0`)
      await ended
    }
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 })
  }

  #ask(method: string, params: Parameters): Promise<unknown> {
    const id = ++this.#last
    const session = this.#session === '' ? {} : { sessionId: this.#session }
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ result, error }) =>
        error === undefined ? resolve(result) : reject(new Error(`${method}: ${error.message}`))
      )
      ;(this.#child.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, ...session })}\0`)
    })
  }

  #read(chunk: string): void {
    const parts = (this.#rest + chunk).split('\0')
    this.#rest = parts.pop() ?? ''
    for (const part of parts) {
      const message = JSON.parse(part) as Message
      if (message.id !== undefined) this.#waiting.get(message.id)?.(message)
      else for (const listener of this.#listeners) listener(message.method ?? '', message.params ?? {})
    }
  }

  /** Nobody waits for an answer that will not come. */
  #give(reason: string): void {
    for (const answer of this.#waiting.values()) answer({ error: { message: `Chromium: ${reason}` } })
  }
}
