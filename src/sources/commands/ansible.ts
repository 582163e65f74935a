import { Playbook } from '../ansible/playbook.ts'
import { type FlagTable, parseInterspersed } from '../flags.ts'
import type { CommandFamily } from '../frame.ts'
import { entered } from './called.ts'

/** ansible-playbook(1). */
const playbookFlags: FlagTable = {
  values: new Set(
    `inventory inventory-file limit extra-vars forks tags skip-tags user private-key key-file connection timeout become-user
    become-method vault-id vault-password-file vault-pass-file start-at-task module-path ssh-common-args ssh-extra-args
    scp-extra-args sftp-extra-args become-password-file become-pass-file connection-password-file conn-pass-file`.split(
      /\s+/
    )
  ),
  switches: new Set(),
  short: {
    i: 'inventory',
    l: 'limit',
    e: 'extra-vars',
    f: 'forks',
    t: 'tags',
    u: 'user',
    c: 'connection',
    T: 'timeout',
    M: 'module-path'
  }
}

/** `ansible-playbook deploy.yml -e port=8000`. */
export const ansible: CommandFamily = {
  names: ['ansible-playbook'],
  run(invocation, shell) {
    const { flags, rest } = parseInterspersed(invocation.args, playbookFlags)
    const frame = entered(invocation, shell)
    if (frame === null) return
    const given = new Map(
      flags.flatMap(({ name, value }) =>
        name !== 'extra-vars' || value === null
          ? []
          : Array.from(value.text.matchAll(/(\w+)=('[^']*'|"[^"]*"|\S+)/g), match => {
              const [whole, key = '', written = ''] = match
              const quoted = /^["']/.test(written) ? 1 : 0
              const end = match.index + whole.length
              return [key, value.slice(end - written.length + quoted, end - quoted)] as const
            })
      )
    )
    for (const { text: path } of rest) {
      const text = path.hasHoles ? null : shell.recorder.find(path.text, frame.scope.cwd)
      if (text !== null) new Playbook(given, shell).read(text, frame)
      else {
        const { file, line } = invocation.statement.location()
        const reason = `the playbook ${path.hasHoles ? 'that is named here is not known before the run' : `${path.text} is not in the checkout`}`
        shell.recorder.addUnread({ file, line, reason })
      }
    }
  }
}
