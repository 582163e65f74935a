import { type Hop, hopNames, type ProbeResult } from '../model/hop.ts'
import { codeBlock, mermaidLabel } from './escape.ts'

const worst = ['fail', 'warn', 'pass', 'skip'] as const
const marks = { pass: '✓', warn: '!', fail: '✗', skip: '' } as const

/** A hop over every address: the worst that became of it, and the longest that it took. */
function overAddresses(probe: ProbeResult): readonly Hop[] {
  const all = probe.addresses.flatMap(({ hops }) => hops)
  return hopNames.flatMap(name => {
    const same = all.filter(({ hop }) => hop === name)
    const status = worst.find(candidate => same.some(one => one.status === candidate))
    const one = same.find(candidate => candidate.status === status)
    return one === undefined ? [] : [{ ...one, ms: Math.max(...same.map(({ ms }) => ms)) }]
  })
}

/**
 * The way of one request as a Mermaid flowchart. Labels hold our own words alone: hop names, codes, times. Line breaks
 * and newer diagram types are known not to render on GitHub, so there are none.
 */
export function hopPicture(probe: ProbeResult): readonly string[] {
  const hops = overAddresses(probe)
  if (hops.length === 0) return []
  const nodes = hops.map((hop, index) => `  h${index}[${mermaidLabel(labelOf(hop))}]:::${hop.status}`)
  const ids = ['sender', ...hops.map((_, index) => `h${index}`)]
  const edges = hops.map(
    (hop, index) =>
      `  ${ids[index]} ${hop.status === 'fail' ? '--x' : hop.status === 'skip' ? '-.->' : '-->'} ${ids[index + 1]}`
  )
  return codeBlock(
    [
      'flowchart LR',
      `  sender([${mermaidLabel('webhook sender')}])`,
      ...nodes,
      ...edges,
      '  classDef pass fill:#dafbe1,stroke:#1a7f37,color:#1f2328',
      '  classDef warn fill:#fff8c5,stroke:#9a6700,color:#1f2328',
      '  classDef fail fill:#ffebe9,stroke:#cf222e,color:#1f2328',
      '  classDef skip fill:#f6f8fa,stroke:#818b98,color:#59636e,stroke-dasharray:4 3'
    ],
    'mermaid'
  )
}

const labelOf = ({ hop, status, ms, code }: Hop): string =>
  [
    marks[status],
    `${hop}:`,
    status === 'skip' ? 'not tried' : ((status === 'pass' ? null : code) ?? `${Math.round(ms)} ms`)
  ]
    .filter(part => part !== '')
    .join(' ')
