import { parseCommandLine } from './cli.ts'
import { InputError } from './errors.ts'
import { leaveIfCalledOff } from './platform/call-off.ts'
import { isRunner } from './platform/runner.ts'
import { streamOf } from './platform/standard-streams.ts'
import { printHelp, refuseUsage, terminalHost } from './platform/terminal.ts'
import { run } from './run.ts'
import { version } from './version.ts'

/** The action where a runner calls, the command line where a person does. Each loads what it needs itself. */
export async function main(args: readonly string[]): Promise<void> {
  if (args.length === 0 && isRunner()) return action()
  const line = parseCommandLine(args, version)
  if ('print' in line) return printHelp(line.print)
  if ('refused' in line) return refuseUsage(line.refused)
  try {
    const host = terminalHost(line.run)
    await (line.run.command.act?.(line.run, host) ?? run(host))
    leaveIfCalledOff()
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    refuseUsage(error.problems)
  }
}

async function action(): Promise<void> {
  // What the toolkit writes to, too.
  streamOf('stdout')
  streamOf('stderr')
  const { isPostStep } = await import('./platform/post-step.ts')
  if (isPostStep()) return
  const { githubHost } = await import('./platform/github.ts')
  await run(githubHost())
  leaveIfCalledOff()
}
