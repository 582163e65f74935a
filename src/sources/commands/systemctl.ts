import { HOLE } from '../../text/mapped-text.ts'
import { type FlagTable, parseInterspersed } from '../flags.ts'
import type { CommandFamily } from '../frame.ts'
import { startUnit, unitFile } from '../units/start-unit.ts'
import { entered } from './called.ts'
import { signs } from './signs.ts'

const systemctlFlags: FlagTable = {
  values: new Set(['host', 'machine', 'type', 'state', 'property', 'signal', 'job-mode', 'output', 'lines', 'root']),
  switches: new Set(),
  short: { H: 'host', M: 'machine', t: 'type', p: 'property', s: 'signal', n: 'lines', o: 'output' }
}
const starts = /^(start|restart|reload-or-restart|try-restart|enable|reenable)$/

/** `systemctl restart app`: a unit of the checkout that runs containers; a proxy's unit is a sign of a proxy. */
export const systemctl: CommandFamily = {
  names: ['systemctl'],
  run(invocation, shell) {
    signs.run(invocation, shell)
    const { flags, rest } = parseInterspersed(invocation.args, systemctlFlags)
    const [verb, ...units] = rest.map(field => field.text.text)
    const now = flags.some(({ name }) => name === 'now')
    const frame = entered(invocation, shell)
    if (frame === null || verb === undefined || !starts.test(verb) || (verb === 'enable' && !now)) return
    for (const unit of units) {
      const text = unit.includes(HOLE) ? null : unitFile(unit, shell.recorder)
      const remote = flags.some(({ name }) => name === 'host')
      if (text !== null) startUnit(text, unit, remote ? { ...frame, placement: 'remote' } : frame, shell)
    }
  }
}
