import { join } from 'node:path'
import { loadCompiled } from './platform/code-cache.ts'

/** Loads the program and starts it. */
export async function start(args: readonly string[]): Promise<void> {
  // A lint is what people run again and again, in an editor or before a commit; the other commands need less than it.
  if (args.length > 0) loadCompiled(join(import.meta.dirname, 'main.js'), { keeps: args[0] === 'lint' })
  const { main } = await import('./main.ts')
  return main(args)
}
