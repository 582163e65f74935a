import { InputError } from './errors.ts'
import { leaveIfCalledOff } from './platform/call-off.ts'
import { isRunner } from './platform/runner.ts'
import { surviveClosedStreams } from './platform/standard-streams.ts'
import { version } from './version.ts'

/** The action where a runner calls, the command line where a person does. Each loads what it needs itself. */
export async function main(args: readonly string[]): Promise<void> {
  surviveClosedStreams()
  if (args.length === 0 && isRunner()) return action()
  const { parseCommandLine } = await import('./cli.ts')
  const { printHelp, refuseUsage, terminalHost } = await import('./platform/terminal.ts')
  const line = parseCommandLine(args, version)
  if ('print' in line) return printHelp(line.print)
  if ('refused' in line) return refuseUsage(line.refused)
  try {
    const { run } = await import('./run.ts')
    const host = terminalHost(line.run)
    await (line.run.command.act?.(line.run, host) ?? run(host))
    leaveIfCalledOff()
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    refuseUsage(error.problems)
  }
}

async function action(): Promise<void> {
  const { isPostStep } = await import('./platform/post-step.ts')
  if (isPostStep()) return
  const { githubHost } = await import('./platform/github.ts')
  const { run } = await import('./run.ts')
  await run(githubHost())
  leaveIfCalledOff()
}
