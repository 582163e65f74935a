import { BadValue, defineInput } from './input-spec.ts'
import { linesOf, oneOf, optional, type Parser } from './parsers.ts'
import { parseServerLogin } from './server-login.ts'

/** PEM and OpenSSH keys alike; a public key in its place is the usual mix-up. */
const privateKey: Parser<string> = text => {
  if (!/^-----BEGIN [A-Z\d ]*PRIVATE KEY-----\s[\s\S]+-----END [A-Z\d ]*PRIVATE KEY-----$/.test(text)) {
    throw new BadValue(text)
  }
  return text
}

/** `[@marker] hosts keytype base64 [comment]`, or a comment (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT). */
const knownHosts: Parser<string> = text => {
  const lines = linesOf(text)
  const bad = lines.filter(line => !/^(#.*|(@\S+\s+)?\S+\s+[a-z][\w@.-]+\s+[A-Za-z\d+/]{16,}=*(\s.*)?)$/.test(line))
  if (bad.length > 0) throw new BadValue(...bad)
  return `${lines.join('\n')}\n`
}

/** Docker's own rule for names. */
const containerName: Parser<string> = text => {
  if (!/^[a-zA-Z\d][\w.-]{0,254}$/.test(text)) throw new BadValue(text)
  return text
}

/** The read-only look at the server. */
export const serverInputs = [
  defineInput({
    name: 'ssh',
    default: '',
    description:
      'Where to look at the server read-only when the probe fails: `user@host`, `user@host:port`, or `local` where the runner is the server.',
    takes: 'user@host, user@host:port, or local',
    parse: optional(parseServerLogin)
  }),
  defineInput({
    name: 'ssh-key',
    default: '',
    description: 'The private key to log in with.',
    takes: 'a private key, from -----BEGIN … PRIVATE KEY----- to -----END … PRIVATE KEY-----',
    secret: true,
    parse: optional(privateKey)
  }),
  defineInput({
    name: 'ssh-known-hosts',
    default: '',
    description: "The server's host keys, as `ssh-keyscan` prints them; without a known host there is no connection.",
    takes: 'known_hosts lines, as ssh-keyscan prints them: host, key type, key',
    lines: true,
    parse: optional(knownHosts)
  }),
  defineInput({
    name: 'diagnose',
    default: 'on-failure',
    description: 'When to look at the server: `on-failure`, `always` or `never`.',
    takes: 'on-failure, always or never',
    parse: oneOf('on-failure', 'always', 'never')
  }),
  defineInput({
    name: 'container',
    default: '',
    description: "The name of the app's container on the server.",
    takes: 'the name of a container',
    parse: optional(containerName)
  })
] as const
