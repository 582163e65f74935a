import { type ChildProcess, spawn } from 'node:child_process'
import { atTheEnd, calledOff } from './call-off.ts'
import type { CommandOutcome, CommandRequest, Commands } from './host.ts'

const mostOutput = 512 * 1024
/** What prints more than this prints without end. */
const mostHeard = 16 * 1024 * 1024

const wasCalledOff = 'the run was called off'

/** Inputs and tokens of the runner, which no command here has any business with. */
const withheld = /^(INPUT_|STATE_|ACTIONS_|GITHUB_)/

/**
 * Runs commands on this machine, bounded in time and output.
 *
 * Not on @actions/exec 3.0.0: measured, it takes the whole action down where a command closes its input early (no
 * error handler on stdin), has no way to end a command, and keeps a line without an end in memory.
 */
export const nodeCommands = (environment: () => NodeJS.ProcessEnv): Commands => ({
  run: request => run(request, environment())
})

function run(
  { command, args, input, timeoutMs }: CommandRequest,
  environment: NodeJS.ProcessEnv
): Promise<CommandOutcome> {
  return new Promise(resolve => {
    const started = performance.now()
    const failed = (error: string): void =>
      resolve({ exitCode: null, stdout: '', stderr: '', error, timedOut: false, ms: performance.now() - started })
    const signal = calledOff()
    if (signal.aborted) return failed(wasCalledOff)
    const env = Object.fromEntries(Object.entries(environment).filter(([name]) => !withheld.test(name)))
    // A group of its own, so that what the command started ends with it.
    const child = spawn(command, args, {
      env,
      stdio: 'pipe',
      detached: process.platform !== 'win32',
      windowsHide: true
    })
    // Where no more files can be opened there are no pipes, whatever the types say.
    if (child.stdout === undefined) return child.on('error', problem => failed(problem.message))
    let timedOut = false
    let error: string | null = null
    const cutShort = (why: string) => (): void => {
      error = why
      end(child)
    }
    const tooMuch = cutShort('its output has no end')
    const stdout = collect(child.stdout, tooMuch)
    const stderr = collect(child.stderr, tooMuch)
    const deadline = setTimeout(() => {
      timedOut = true
      end(child)
    }, timeoutMs)
    const forget = atTheEnd(() => end(child))
    const callOff = cutShort(wasCalledOff)
    signal.addEventListener('abort', callOff)
    const done = (exitCode: number | null): void => {
      clearTimeout(deadline)
      signal.removeEventListener('abort', callOff)
      forget()
      for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy()
      const ms = performance.now() - started
      resolve({ exitCode: timedOut ? null : exitCode, stdout: stdout(), stderr: stderr(), error, timedOut, ms })
    }
    child.on('error', problem => {
      error = problem.message
      done(null)
    })
    child.on('close', done)
    // A grandchild may hold the pipes open for ever: half a second after the command ended, nobody waits for it.
    child.on('exit', code => setTimeout(() => done(code), 500).unref())
    // EPIPE: the command went without reading; its exit code tells why.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}

/** Keeps the first bytes of a stream and lets the rest run by, so that the command never waits for us. */
function collect(stream: NodeJS.ReadableStream, tooMuch: () => void): () => string {
  const chunks: Buffer[] = []
  let size = 0
  stream.on('data', (chunk: Buffer) => {
    if (size < mostOutput) chunks.push(chunk.subarray(0, mostOutput - size))
    size += chunk.length
    if (size > mostHeard) tooMuch()
  })
  stream.on('error', () => {})
  return () => Buffer.concat(chunks).toString('utf8')
}

function end(child: ChildProcess): void {
  try {
    if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL')
    else child.kill('SIGKILL')
  } catch {
    // It ended in between.
  }
}
