import { bare, isLoopbackHost } from '../model/address.ts'
import type { Container, ContainerListener } from '../model/deployment.ts'
import { servesPort } from '../model/port-mapping.ts'
import { callTrail, defineRule, deployWith, exampleFile, nameOf, place } from './rule.ts'

const command = (host: string): string =>
  deployWith('-p 443:8000').replace('ghcr.io/acme/app', `ghcr.io/acme/app uvicorn app:app --host ${host} --port 8000`)

export const appLoopbackInContainer = defineRule({
  id: 'app-loopback-in-container',
  level: 'error',
  title: 'The app listens on loopback inside its container',
  why: "A published port leads to the container's own network interface, never to its loopback, so an app on 127.0.0.1 inside the container answers nobody outside it. Many servers listen there unless told otherwise.",
  fix: 'Let the app listen on 0.0.0.0 inside the container. Who can reach it is decided by the published address, not by this one.',
  examples: {
    bad: { [exampleFile]: command('127.0.0.1') },
    good: { [exampleFile]: command('0.0.0.0') }
  },
  *check({ deployed }) {
    for (const container of deployed) {
      const [listener] = loopbackListeners(container)
      const [publication] = container.publications.filter(({ mapping }) => mapping.protocol === 'tcp')
      if (listener === undefined || publication === undefined) continue
      const port = listener.port === null ? '' : `:${listener.port}`
      yield {
        at: listener.at,
        message: `${nameOf({ container })} listens on ${listener.address}${port} inside its container, where the port published at ${place(publication.at)} does not lead: whoever connects gets "connection reset" or an empty answer.`,
        fix: {
          description:
            'Listen on 0.0.0.0 inside the container (--host 0.0.0.0, --bind 0.0.0.0:PORT, HOST=0.0.0.0); the published address decides who can reach it.',
          edits: []
        },
        related: [{ at: publication.at, message: 'published here' }, ...callTrail(container)],
        statement: container.at
      }
    }
  }
})

/** What listens on loopback, where nothing that a mapping leads to listens anywhere else. */
function loopbackListeners({ listeners, publications, networks, role }: Container): readonly ContainerListener[] {
  if (!reachable(networks) || role !== 'app') return []
  const tcp = publications.filter(({ mapping }) => mapping.protocol === 'tcp')
  const served = listeners.filter(({ port }) => port === null || tcp.some(({ mapping }) => servesPort(mapping, port)))
  const judged = served.length > 0 ? served : listeners
  const onLoopback = judged.filter(({ address }) => address !== null && isLoopbackHost(bare(address)))
  return onLoopback.length === judged.length ? onLoopback : []
}

/** A container with a network of its own; on the host's, loopback is the host's. */
const reachable = (networks: Container['networks']): boolean =>
  networks !== 'host' && !networks.some(network => network === 'none' || network.startsWith('container:'))
