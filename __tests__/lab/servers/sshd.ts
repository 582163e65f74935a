import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { addresses, type World } from '../world.ts'
import type { Service } from './service.ts'

/** What a client needs to come in: made on the spot, different in every world. */
export interface SshAccess {
  readonly privateKey: string
  readonly knownHosts: string
  /** A host key of somebody else, for the connection that must not be made. */
  readonly strangeKnownHosts: string
}

/** A user of the server: root, or one who may neither sudo nor ask Docker. */
export type SshUser = 'root' | 'deploy'

const folderOf = (world: World): string => `${world.server.folder}/ssh`

/** Debian's sshd on port 22 of the server, with keys only. */
export const sshd = (): Service => ({
  needs: ['sshd', 'ssh', 'ssh-keygen', 'useradd'],
  start: async world => {
    const { server } = world
    const folder = folderOf(world)
    mkdirSync(folder, { mode: 0o700 })
    for (const name of ['host', 'stranger', 'client']) {
      await server.must(['ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', `${folder}/${name}`])
    }
    // Without PAM, sshd turns away accounts whose password field begins with an exclamation mark.
    await server.must([
      'sh',
      '-euc',
      "useradd -m -s /bin/sh deploy; usermod -p '*' deploy; usermod -p '*' root; mkdir -p /run/sshd"
    ])
    const keys = ['HostKey host', 'AuthorizedKeysFile client.pub'].map(line => line.replace(' ', ` ${folder}/`))
    const rest = ['PermitRootLogin prohibit-password', 'PasswordAuthentication no', 'UsePAM no', 'StrictModes no']
    const config = `${folder}/sshd_config`
    writeFileSync(config, [...keys, ...rest, `PidFile ${folder}/pid`, ''].join('\n'))
    await server.serve(['/usr/sbin/sshd', '-D', '-e', '-f', config], [22])
  }
})

/** The client's key and the server's, as the inputs `ssh-key` and `ssh-known-hosts` take them. */
export function sshAccess(world: World): SshAccess {
  const read = (name: string): string => readFileSync(`${folderOf(world)}/${name}`, 'utf8')
  const line = (name: string): string => `${addresses.server.v4} ${read(`${name}.pub`)}`
  return { privateKey: read('client'), knownHosts: line('host'), strangeKnownHosts: line('stranger') }
}
