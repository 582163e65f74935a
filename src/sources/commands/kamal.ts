import { type FlagTable, parseInterspersed } from '../flags.ts'
import type { CommandFamily } from '../frame.ts'
import { readKamal } from '../kamal.ts'
import { entered } from './called.ts'

const kamalFlags: FlagTable = {
  values: new Set(['destination', 'config-file', 'version', 'roles', 'hosts']),
  switches: new Set(),
  short: { d: 'destination', c: 'config-file', r: 'roles', h: 'hosts' }
}
const starts = /^(deploy|redeploy|setup|rollback|app|accessory)$/

/** `kamal deploy -d production`: config/deploy.yml, and config/deploy.production.yml over it. */
export const kamal: CommandFamily = {
  names: ['kamal', 'mrsk'],
  run(invocation, shell) {
    const { flags, rest } = parseInterspersed(invocation.args, kamalFlags)
    const [verb, then] = rest.map(field => field.text.text)
    const frame = entered(invocation, shell)
    const boots = verb === 'app' || verb === 'accessory' ? /^(boot|start|reboot|restart)$/.test(then ?? '') : true
    if (frame === null || verb === undefined || !starts.test(verb) || !boots) return
    const value = (name: string): string | undefined => flags.findLast(flag => flag.name === name)?.value?.text
    const path = value('config-file') ?? 'config/deploy.yml'
    const destination = value('destination')
    const paths = [path, ...(destination === undefined ? [] : [path.replace(/(\.ya?ml)$/, `.${destination}$1`)])]
    const texts = paths.flatMap(one => shell.recorder.find(one, frame.scope.cwd) ?? [])
    readKamal(texts, frame, shell.recorder)
  }
}
