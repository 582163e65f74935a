import { readInputs } from '../inputs/read-inputs.ts'
import { knownHostsOfUser } from '../platform/known-hosts.ts'
import { reportContext } from '../reports/context.ts'
import { report } from '../reports/index.ts'
import type { Outcome, ServerOutcome } from '../reports/outcome.ts'
import { version } from '../version.ts'
import type { Command } from './commands.ts'
import { domain, optionalPort } from './values.ts'

/** `diagnose user@host`, `diagnose local`: the read-only look at the server, by itself. */
export const diagnose: Command = {
  name: 'diagnose',
  operand: 'user@host|local',
  least: 1,
  most: 1,
  description:
    'Looks at a server, read-only: container, proxy, certificate, firewall, DNS. Over ssh, or here with `local`.',
  formats: ['text', 'json'],
  options: [
    {
      name: 'domain',
      takes: 'the public name of the app, as your-domain.com',
      description: 'The public name of the app; with it proxy, certificate and DNS are looked at too.'
    },
    { name: 'path', takes: 'a path', description: 'The path of the webhook. Default: /webhooks/stripe.' },
    { name: 'port', takes: 'a port from 1 to 65535', description: "The app's port on the server." }
  ],
  inputs: ([login = '']) => [['ssh', login]],
  async act({ option }, host) {
    const inputs = readInputs(host)
    const question = {
      domain: option('domain') === '' ? '' : domain(option('domain')),
      path: option('path') || '/webhooks/stripe',
      container: inputs.container ?? '',
      port: optionalPort(option('port'))
    }
    // A person's own known hosts and agent are trusted where nothing else was given.
    const access = {
      login: inputs.ssh ?? 'local',
      key: inputs.sshKey ?? '',
      knownHosts: inputs.sshKnownHosts ?? knownHostsOfUser()
    } as const
    const { askServer } = await import('../server/ask-server.ts')
    report(
      outcomeOf(await askServer({ ...host, commands: await host.commands() }, access, question)),
      reportContext(host, null),
      host
    )
  }
}

/** Here the server is all that was asked about, so an error there fails. */
function outcomeOf(server: ServerOutcome): Outcome {
  const has = (level: string): boolean => server.findings.some(finding => finding.level === level)
  // An app that gives no answer there has no finding of its own where it runs in no container.
  const unwell = server.checklist.some(({ id, state }) => id === 'unsigned-refused' && state === 'no')
  const verdict = has('error') ? 'fail' : has('warning') || unwell ? 'warn' : 'pass'
  return { version, verdict, lint: null, probes: [], stripe: null, server }
}
