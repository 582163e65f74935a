import type { CommandOutcome } from '../platform/host.ts'
import type { ServerFinding } from '../reports/outcome.ts'
import type { SshLogin } from './ssh-command.ts'

interface Failure {
  /** In what ssh says on standard error (OpenSSH 9.2, measured), or our own word for it. */
  readonly says: RegExp
  readonly code: 'server-unreachable' | 'server-host-key' | 'server-auth'
  message(login: SshLogin): string
  fix(login: SshLogin): string
}

const at = ({ host, port }: SshLogin): string => (port === 22 ? host : `${host}, port ${port}`)

/** How the host keys are had, and made sure of: the words of every message about them. */
export const scanAdvice = ({ host, port }: SshLogin): string =>
  `Run \`ssh-keyscan${port === 22 ? '' : ` -p ${port}`} ${host}\`, compare the fingerprints (\`ssh-keyscan … | ssh-keygen -lf -\`) with those the server itself shows (\`ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub\`), and put the lines into the input \`ssh-known-hosts\`.`

/** OpenSSH's own errors, told apart. The first that fits wins. */
const failures: readonly Failure[] = [
  {
    says: /REMOTE HOST IDENTIFICATION HAS CHANGED|Host key for \S+ has changed|is revoked/,
    code: 'server-host-key',
    message: login => `${at(login)} shows another host key than \`ssh-known-hosts\` holds, so nothing was sent to it.`,
    fix: login =>
      `Was the server set up anew? Then ${scanAdvice(login).replace(/^Run/, 'run')} If it was not, somebody may stand in between.`
  },
  {
    says: /No \S+ host key is known|Host key verification failed/,
    code: 'server-host-key',
    message: login => `The host key of ${at(login)} is not among \`ssh-known-hosts\`, so nothing was sent to it.`,
    fix: login => scanAdvice(login)
  },
  {
    says: /Load key .*: (error in libcrypto|invalid format|incorrect passphrase)/,
    code: 'server-auth',
    message: login => `ssh cannot read the private key in \`ssh-key\`, so it could not log in at ${at(login)}.`,
    fix: () =>
      'Store the whole file in the secret, from `-----BEGIN` to `-----END … PRIVATE KEY-----` with its line breaks.'
  },
  {
    says: /Permission denied \(|Too many authentication failures|No more authentication methods/,
    code: 'server-auth',
    message: login => `${at(login)} does not let ${login.user} in with this key.`,
    fix: login =>
      `Put the public half (\`ssh-keygen -y -f KEY\`) into ~/.ssh/authorized_keys of ${login.user} on the server, and see that the user in \`ssh\` is the right one.`
  },
  {
    says: /Could not resolve hostname/,
    code: 'server-unreachable',
    message: login => `The server's name ${login.host} could not be resolved.`,
    fix: () => 'Correct the host in the input `ssh`; it may also be an IP address.'
  },
  {
    says: /Connection refused/,
    code: 'server-unreachable',
    message: login => `${at(login)} refuses ssh connections.`,
    fix: () => 'Is sshd running there, and on that port? Give another one as user@host:port.'
  },
  {
    // A server that does not answer ends ssh long before (ConnectTimeout).
    says: /^out of time$/m,
    code: 'server-unreachable',
    message: login => `${at(login)} was reached over ssh, but the look at it did not end in time.`,
    fix: login =>
      `Log in there as ${login.user}: a start file of the shell (.bashrc, .profile) that waits, or a machine out of memory, holds it up.`
  },
  {
    says: /timed out|No route to host|Network is unreachable/,
    code: 'server-unreachable',
    message: login => `${at(login)} did not answer over ssh in time.`,
    fix: () =>
      "Let the runner's addresses through the server's firewall to sshd, or run this step on a runner that reaches it."
  },
  {
    says: /Unable to negotiate|no matching/,
    code: 'server-unreachable',
    message: login => `${at(login)} and the ssh client have no method in common.`,
    fix: () => 'Bring OpenSSH on the server up to date.'
  },
  {
    says: /^no ssh$/m,
    code: 'server-unreachable',
    message: () => 'There is no ssh client on this runner, so the server was not looked at.',
    fix: () => 'Install OpenSSH on the runner.'
  },
  {
    says: /^the run was called off$/m,
    code: 'server-unreachable',
    message: login => `The look at ${at(login)} ended with the run, which was called off.`,
    fix: () => 'Run it again.'
  },
  {
    says: /kex_exchange_identification|Connection (closed|reset)|banner exchange|Broken pipe/,
    code: 'server-unreachable',
    message: login => `${at(login)} closed the connection before ssh was set up.`,
    fix: () => 'Something there (fail2ban, MaxStartups, a service that is not ssh) turns the runner away.'
  }
]

/** What ssh's failure comes to, as a warning: the probe's verdict stays. */
export function sshFailure(login: SshLogin, outcome: CommandOutcome): ServerFinding {
  const { error } = outcome
  const failedHere = error !== null && /ENOENT/.test(error) ? 'no ssh' : error
  const said = outcome.timedOut ? 'out of time' : (failedHere ?? outcome.stderr.slice(0, 8000))
  const failure = failures.find(each => each.says.test(said))
  if (failure !== undefined)
    return { code: failure.code, level: 'warning', message: failure.message(login), fix: failure.fix(login) }
  const last = said.trim().split('\n').at(-1)?.slice(0, 200) ?? ''
  return {
    code: 'server-unreachable',
    level: 'warning',
    message: `ssh to ${at(login)} failed${last ? `: ${last}` : ` with exit code ${outcome.exitCode}`}`,
    fix: 'Try the same login by hand: ssh -v, with the same key and host keys.'
  }
}
