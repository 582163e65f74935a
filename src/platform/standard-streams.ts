import { fstatSync, statSync, writeSync } from 'node:fs'
import { devNull } from 'node:os'

type Name = 'stdout' | 'stderr'
const numbers: Readonly<Record<Name, number>> = { stdout: 1, stderr: 2 }

/** Those that Node's own stream writes; for the order's sake it does so to the end. */
const streamed = new Set<Name>()

/** Writes to a pipe or a file by itself: Node's own streams take longer to load than a workflow takes to lint. */
export function print(name: Name, text: string): void {
  const rest = streamed.has(name) || takesCharacters(name) ? text : writeAtOnce(name, text)
  if (rest.length > 0) streamOf(name).write(rest)
}

/** True for a person's terminal. */
export const isTerminal = (name: Name): boolean => takesCharacters(name) && streamOf(name).isTTY === true

/** A terminal, or what else is no file and no pipe; not `/dev/null`, where a hook sends what it asks only the exit code of. */
function takesCharacters(name: Name): boolean {
  try {
    const device = fstatSync(numbers[name])
    // Windows numbers none of its devices.
    return device.isCharacterDevice() && (device.rdev === 0 || device.rdev !== statSync(devNull).rdev)
  } catch {
    return false
  }
}

/** Gives back what could not be written yet. */
function writeAtOnce(name: Name, text: string): Buffer {
  let rest = Buffer.from(text)
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(numbers[name], rest))
  } catch (error) {
    const problem = error as NodeJS.ErrnoException
    // A pipe that is full and does not wait: the stream knows how to.
    if (problem.code === 'EAGAIN') return rest
    survive(name, problem)
  }
  return Buffer.alloc(0)
}

/**
 * Node's own stream, which lets the run go on where nobody takes what it says: `… | head` closes the pipe early, which is
 * no error of ours.
 */
export function streamOf(name: Name): NodeJS.WriteStream {
  const stream = process[name]
  if (!streamed.has(name)) stream.on('error', error => survive(name, error))
  streamed.add(name)
  return stream
}

/** A disk that is full is an error, since whoever asked for the document has half of it. */
function survive(name: Name, { code }: NodeJS.ErrnoException): void {
  if (code !== 'ENOSPC' || process.exitCode === 1) return
  process.exitCode = 1
  if (name === 'stdout') print('stderr', 'Standard output could not be written: the disk is full.\n')
}
