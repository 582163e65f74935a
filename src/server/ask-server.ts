import type { ServerLogin } from '../inputs/server-login.ts'
import type { CommandOutcome, Commands, Host } from '../platform/host.ts'
import { serverScripts } from '../platform/server-scripts.ts'
import type { ServerFinding, ServerOutcome } from '../reports/outcome.ts'
import { findingsOf } from './causes/index.ts'
import { checklistOf } from './checklist.ts'
import { readFacts, type ServerFacts } from './facts.ts'
import {
  keyText,
  needsPassphrase,
  type ServerQuestion,
  type SshLogin,
  scriptOptions,
  sshArguments
} from './ssh-command.ts'
import { scanAdvice, sshFailure } from './ssh-failures.ts'

/** The script looks for a minute at most; connecting and the last step get the rest. */
const longest = 90_000

/** How to get to the server: `key` and `knownHosts` are empty where they were not given. */
export interface ServerAccess {
  readonly login: ServerLogin
  readonly key: string
  readonly knownHosts: string
}

type Needs = Pick<Host, 'secretFiles' | 'log'> & { readonly commands: Commands }

/** Looks at the server, read-only, and says what it saw. Never throws for what the server or ssh does. */
export async function askServer(host: Needs, access: ServerAccess, question: ServerQuestion): Promise<ServerOutcome> {
  const answer =
    access.login === 'local' ? await askHere(host, question) : await askOver(host, access.login, access, question)
  if ('failed' in answer) return { findings: [answer.failed], checklist: [] }
  const { facts } = answer
  for (const { status, detail } of facts.checks) host.log(`  [${marks[status]}] ${detail}`)
  if (facts.late) host.log('  [--] the minute was over before everything was looked at')
  return { findings: findingsOf(facts), checklist: checklistOf(facts) }
}

const marks = { pass: 'ok', fail: '!!', warn: ' !', skip: '--' } as const

type Answer = { readonly facts: ServerFacts } | { readonly failed: ServerFinding }

const failed = (code: string, message: string, fix: string): Answer => ({
  failed: { code, level: 'warning', message, fix }
})

async function askHere({ commands }: Needs, question: ServerQuestion): Promise<Answer> {
  const args = ['-s', '--', ...scriptOptions(question)]
  const outcome = await commands.run({ command: 'sh', args, input: serverScripts.diagnose, timeoutMs: longest })
  const read = readFacts(outcome.stdout)
  if ('facts' in read) return read
  const why = outcome.error ?? (outcome.timedOut ? 'it did not end in time' : read.unread)
  return failed(
    'server-unreachable',
    `The look at this machine failed: ${why}.`,
    '`ssh: local` needs a runner with a POSIX shell that is the server itself; else give user@host.'
  )
}

async function askOver(host: Needs, login: SshLogin, access: ServerAccess, question: ServerQuestion): Promise<Answer> {
  if (access.knownHosts.trim() === '') {
    const message = `The input \`ssh-known-hosts\` is empty, and ${login.host} is not trusted blindly: nothing was sent to it.`
    return failed('server-host-key', message, scanAdvice(login))
  }
  if (needsPassphrase(access.key)) {
    const fix = 'Make a key of its own for this without one: ssh-keygen -t ed25519 -N "" -f deploy_key'
    return failed('server-auth', 'The private key in `ssh-key` has a passphrase, and nobody is there to type it.', fix)
  }
  return withFiles(host, access, async folder => {
    const args = sshArguments(login, folder, access.key !== '', scriptOptions(question))
    const outcome = await host.commands.run({ command: 'ssh', args, input: serverScripts.diagnose, timeoutMs: longest })
    return readAnswer(login, outcome)
  })
}

/** ssh ends with 255 for its own failures, and else with what the server's shell ended with (ssh(1)). */
function readAnswer(login: SshLogin, outcome: CommandOutcome): Answer {
  const read = readFacts(outcome.stdout)
  if ('facts' in read) return read
  if (outcome.exitCode === 255 || outcome.exitCode === null) return { failed: sshFailure(login, outcome) }
  const said = outcome.stderr.trim().split('\n').at(-1)?.slice(0, 200)
  return failed(
    'server-unreachable',
    `${login.user}@${login.host} let us in, but did not run the look at the server: ${said || read.unread}.`,
    'The login needs a POSIX shell: no nologin, no forced command in authorized_keys. Or run `diagnose_webhook_networking.sh` there by hand.'
  )
}

/** The key and the host keys as files for as long as ssh runs; the `post` step sees to a run that is cancelled. */
async function withFiles(
  { secretFiles }: Needs,
  access: ServerAccess,
  action: (folder: string) => Promise<Answer>
): Promise<Answer> {
  const key = access.key === '' ? {} : { key: keyText(access.key) }
  let folder = ''
  try {
    folder = secretFiles.create({ known_hosts: `${access.knownHosts.trim()}\n`, ...key })
    return await action(folder)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return failed(
      'server-unreachable',
      `The server was not looked at: ${why}.`,
      'See that RUNNER_TEMP can be written to.'
    )
  } finally {
    if (folder !== '') secretFiles.remove(folder)
  }
}
