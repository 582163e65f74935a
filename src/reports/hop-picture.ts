import { type Hop, hopNames, type ProbeResult } from '../model/hop.ts'
import { codeBlock, mermaidLabel } from './escape.ts'

const worst = ['fail', 'warn', 'pass', 'skip'] as const
const marks = { pass: '✓', warn: '!', fail: '✗' } as const
const arrows = { pass: '-->', warn: '-->', fail: '--x', skip: '-.->' } as const

/** A hop over every address: the worst that became of it. */
function overAddresses(probe: ProbeResult): readonly Hop[] {
  const all = probe.addresses.flatMap(({ hops }) => hops)
  return hopNames.flatMap(name => {
    const same = all.filter(({ hop }) => hop === name)
    const status = worst.find(candidate => same.some(one => one.status === candidate))
    return same.filter(candidate => candidate.status === status).slice(0, 1)
  })
}

/** Neighbours that are alike are together: a phone has no room for a node, or a row, each. */
export function together(hops: readonly Hop[], alike: (one: Hop, other: Hop) => boolean): readonly (readonly Hop[])[] {
  const groups: Hop[][] = []
  for (const hop of hops) {
    const last = groups.at(-1)
    if (last?.[0] !== undefined && alike(last[0], hop)) last.push(hop)
    else groups.push([hop])
  }
  return groups
}

/** Left out for the same reason. */
export const leftOutAlike = (one: Hop, other: Hop): boolean =>
  one.status === 'skip' && other.status === 'skip' && one.detail === other.detail

/**
 * The way of one request as a Mermaid flowchart. Labels hold our own words alone: hop names and codes. Line breaks and
 * newer diagram types are known not to render on GitHub, so there are none. Narrow, since a phone shows it whole.
 */
export function hopPicture(probe: ProbeResult): readonly string[] {
  const hops = overAddresses(probe)
  const well = hops.every(({ status }) => status === 'pass')
  const groups = together(
    hops,
    (one, other) => leftOutAlike(one, other) || (!well && one.status === 'pass' && other.status === 'pass')
  )
  if (groups.length === 0) return []
  const nodes = groups.map((group, index) => `  h${index}[${mermaidLabel(labelOf(group))}]:::${statusOf(group)}`)
  const ids = ['sender', ...groups.map((_, index) => `h${index}`)]
  const edges = groups.map((group, index) => `  ${ids[index]} ${arrows[statusOf(group)]} ${ids[index + 1]}`)
  return codeBlock(
    [
      '%%{init: {"flowchart": {"nodeSpacing": 16, "rankSpacing": 20, "padding": 6}}}%%',
      'flowchart LR',
      `  sender([${mermaidLabel('sender')}]):::sender`,
      ...nodes,
      ...edges,
      '  classDef sender fill:#ddf4ff,stroke:#0969da,color:#1f2328',
      '  classDef pass fill:#dafbe1,stroke:#1a7f37,color:#1f2328',
      '  classDef warn fill:#fff8c5,stroke:#9a6700,color:#1f2328',
      '  classDef fail fill:#ffebe9,stroke:#cf222e,color:#1f2328',
      '  classDef skip fill:none,stroke:#818b98,color:#768390,stroke-dasharray:4 3'
    ],
    'mermaid'
  )
}

const statusOf = ([first]: readonly Hop[]): Hop['status'] => first?.status ?? 'skip'

/** `✓ dns, tcp`, `✗ tls-expired`, `✗ proxy: blocked`, `not tried: http … health`. */
function labelOf(group: readonly Hop[]): string {
  const [first, ...more] = group
  if (first === undefined) return ''
  const { hop, status, code } = first
  if (status === 'skip') return `not tried: ${hop}${more.length === 0 ? '' : ` … ${more.at(-1)?.hop}`}`
  if (status === 'pass' || code === null) return `${marks[status]} ${group.map(one => one.hop).join(', ')}`
  return `${marks[status]} ${code.startsWith(`${hop}-`) ? code : `${hop}: ${code}`}`
}
