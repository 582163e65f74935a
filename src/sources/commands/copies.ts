import { type FlagTable, parseFlags } from '../flags.ts'
import type { CommandFamily } from '../frame.ts'
import { joinPath } from '../path.ts'

const values: Readonly<Record<string, string>> = {
  scp: 'cDFiJloPSX',
  rsync: 'eBfTM',
  cp: 'tS',
  install: 'gmotS',
  mv: 'tS'
}

/** `scp deploy.sh host:/opt/app/`: what is run over there by that path stands in the checkout. */
export const copies: CommandFamily = {
  names: Object.keys(values),
  run({ name, args, frame }, shell) {
    const table: FlagTable = { values: new Set(values[name] ?? ''), switches: new Set(), short: {} }
    const { rest } = parseFlags(args, table)
    const paths = rest.map(field => field.text.text).filter(path => !path.startsWith('-'))
    const target = paths.at(-1)
    if (paths.length < 2 || target === undefined) return
    for (const path of paths.slice(0, -1)) {
      shell.recorder.copied(joinPath(frame.scope.cwd, path), withoutHost(target))
    }
  }
}

const withoutHost = (target: string): string =>
  /^[^/]*:/.test(target) ? target.slice(target.indexOf(':') + 1) : target
