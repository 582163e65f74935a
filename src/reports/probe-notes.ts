import type { Level } from '../model/finding.ts'
import type { ProbeResult } from '../model/hop.ts'

/** Codes that only tell and leave the verdict as it is. */
const notices: ReadonlySet<string> = new Set(['ipv6-untested', 'port-80-closed'])

/** The level of a code that does not fail. */
export const noticeOrWarning = (code: string): Level => (notices.has(code) ? 'notice' : 'warning')

/** One thing that the probe warns of. */
export interface ProbeNote {
  readonly code: string
  readonly message: string
  readonly fix: string
}

/** What a probe warns of, each code once, in the words of the hop that saw it. */
export function probeNotes(probe: ProbeResult): readonly ProbeNote[] {
  const hops = probe.addresses.flatMap(({ hops }) => hops)
  return probe.warnings.map(code => {
    const seen = hops.find(hop => hop.code === code && hop.detail !== '')
    const isVerdict = probe.verdict === 'warn' && probe.diagnosis === code
    return {
      code,
      message: isVerdict ? probe.message : (seen?.detail ?? `the probe warns of ${code}.`),
      fix: isVerdict ? probe.fix : ''
    }
  })
}
