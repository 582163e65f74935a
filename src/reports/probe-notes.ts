import type { Level } from '../model/finding.ts'
import type { ProbeResult } from '../model/hop.ts'

/** One thing that a probe tells besides its diagnosis. */
export interface ProbeNote {
  readonly code: string
  readonly level: Level
  readonly message: string
  readonly fix: string
}

/** Further faults and warnings of a probe, each once; two addresses with the same fault in the same words are one. */
export function probeNotes({ verdict, diagnosis, faults, warnings }: ProbeResult): readonly ProbeNote[] {
  const told = faults.filter(({ code, level }) => !(verdict === 'fail' && code === diagnosis && level === 'error'))
  const notes = told.filter(
    (fault, index) => told.findIndex(one => one.code === fault.code && one.message === fault.message) === index
  )
  // A code without words is still told: silence would pass for 'fine'.
  const silent = warnings.filter(code => !faults.some(fault => fault.code === code))
  return [
    ...notes,
    ...[...new Set(silent)].map(code => ({
      code,
      level: 'warning' as const,
      message: `the probe warns: ${code}.`,
      fix: ''
    }))
  ]
}
