import type { ServerLogin } from '../inputs/server-login.ts'

/** A server that is asked over ssh. */
export type SshLogin = Exclude<ServerLogin, 'local'>

/** What the look at the server is about. */
export interface ServerQuestion {
  readonly domain: string
  readonly path: string
  readonly container: string
  /** The app's port on the server where lint found it. */
  readonly port: number | null
}

/**
 * The script's own options. They travel through the login shell of the server, whichever that is, so each is a word
 * that means nothing to any shell, or stands in single quotes.
 */
export function scriptOptions({ domain, path, container, port }: ServerQuestion): readonly string[] {
  const given = [
    ['--domain', /^[a-z\d][a-z\d.-]*$/i.test(domain) ? domain : ''],
    ['--path', path.replace(/[^\w.~%!$&*+,;=:@/-]/g, encodeURIComponent).replace(/['()]/g, asPercent)],
    ['--container', /^[a-z\d][\w.-]*$/i.test(container) ? container : ''],
    ['--port', port === null ? '' : String(port)]
  ]
  return ['--json', ...given.filter(([, value]) => value !== '').flat()] as string[]
}

/** What encodeURIComponent leaves as it is (RFC 3986 2.2 allows either). */
const asPercent = (character: string): string => `%${character.charCodeAt(0).toString(16)}`

/** ssh_config(5) expands `%` in file names and splits them at blanks. */
const fileName = (path: string): string => `"${path.replaceAll('%', '%%')}"`

/**
 * OpenSSH's client, told to trust nothing but what it was given: no configuration of the user's, no unknown host key,
 * no question, nothing forwarded.
 */
export function sshArguments(
  login: SshLogin,
  folder: string,
  withKey: boolean,
  options: readonly string[]
): readonly string[] {
  const settings = [
    'BatchMode=yes',
    'StrictHostKeyChecking=yes',
    `UserKnownHostsFile=${fileName(`${folder}/known_hosts`)}`,
    'GlobalKnownHostsFile=none',
    'UpdateHostKeys=no',
    'CheckHostIP=no',
    'ConnectTimeout=10',
    'ConnectionAttempts=1',
    'ServerAliveInterval=5',
    'ServerAliveCountMax=3',
    'ForwardAgent=no',
    'ForwardX11=no',
    'ClearAllForwardings=yes',
    'PermitLocalCommand=no',
    'ControlPath=none',
    'LogLevel=INFO',
    ...(withKey ? ['IdentitiesOnly=yes', 'IdentityAgent=none', `IdentityFile=${fileName(`${folder}/key`)}`] : [])
  ]
  const quoted = options.map(option => (/^[\w./-]+$/.test(option) ? option : `'${option}'`))
  return [
    ...['-F', 'none', '-T', '-a', '-x'],
    ...settings.flatMap(setting => ['-o', setting]),
    ...['-p', String(login.port), '-l', login.user, '--', login.host],
    `sh -s -- ${quoted.join(' ')}`
  ]
}

/** A key as OpenSSH reads it: LF alone, and a last line break, which a pasted secret tends to lose. */
export const keyText = (key: string): string => `${key.replaceAll('\r\n', '\n').trim()}\n`

/** True where the key asks for a passphrase, which nobody is there to type: openssh-key-v1 names its cipher, PEM says so. */
export function needsPassphrase(key: string): boolean {
  if (/ENCRYPTED/.test(key)) return true
  const [, body = ''] = /-----BEGIN OPENSSH PRIVATE KEY-----([\s\S]+?)-----END/.exec(key) ?? []
  const bytes = Buffer.from(body, 'base64')
  // "openssh-key-v1\0", then the cipher's name with its length in 32 bits (OpenSSH, PROTOCOL.key).
  if (bytes.length < 19) return false
  const cipher = bytes.subarray(19, 19 + bytes.readUInt32BE(15)).toString('latin1')
  return /^(aes|chacha20|3des|blowfish|cast128)/.test(cipher)
}
