import type { Container, Publication } from '../model/deployment.ts'
import { collide, formatRange } from '../model/port-mapping.ts'
import { callTrail, defineRule, deployWith, exampleFile, nameOf, place } from './rule.ts'

const both = (port: number): string =>
  `${deployWith('-p 443:8443')}            docker run -d --name api -p ${port}:8443 ghcr.io/acme/api\n`

export const portConflict = defineRule({
  id: 'port-conflict',
  level: 'error',
  title: 'Two containers claim one port of the host',
  why: 'Only one of them gets it. Docker stops the other with "port is already allocated", or "address already in use" where one asks for all addresses and the other for one.',
  fix: 'Give one of them another host port, or stop the first before the second starts.',
  examples: {
    bad: { [exampleFile]: both(443) },
    good: { [exampleFile]: both(8443).replace('-p 8443', '-p 192.168.1.10:8443') }
  },
  *check({ deployment, deployed }) {
    const outliving = new Set(deployed)
    for (const container of deployed) yield* problems(container, container)
    for (const [earlier, later] of deployment.together ?? [])
      if (outliving.has(earlier) && outliving.has(later)) yield* problems(earlier, later)
  }
})

function* problems(earlier: Container, later: Container) {
  if (earlier.networks === 'host' || later.networks === 'host') return
  for (const [index, publication] of later.publications.entries()) {
    const others = earlier === later ? earlier.publications.slice(0, index) : earlier.publications
    const other = others.find(candidate => claimsSame(candidate, publication))
    if (other === undefined) continue
    const port = typeof publication.mapping.hostPorts === 'string' ? '' : formatRange(publication.mapping.hostPorts)
    yield {
      at: publication.at,
      message: `${nameOf({ container: later })} claims host port ${port}, which ${earlier === later ? 'it' : nameOf({ container: earlier })} claims already at ${place(other.at)}: Docker starts only the first ("port is already allocated").`,
      fix: { description: 'Give one of them another host port, or stop the first before this one starts.', edits: [] },
      related: [{ at: other.at, message: 'claimed here first' }, ...callTrail(later)],
      statement: publication.entry ?? later.at
    }
  }
}

/** The very same mapping written twice is one to Docker. */
const claimsSame = (a: Publication, b: Publication): boolean =>
  collide(a.mapping, b.mapping) &&
  (a.mapping.exposure !== b.mapping.exposure || JSON.stringify(a.at) !== JSON.stringify(b.at))
