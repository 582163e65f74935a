import { formatRange, servesPort } from '../model/port-mapping.ts'
import { callTrail, defineRule, deployWith, exampleFile, nameOf, place } from './rule.ts'

const command = (port: number): string =>
  deployWith('-p 443:8000').replace(
    'ghcr.io/acme/app',
    `ghcr.io/acme/app uvicorn app:app --host 0.0.0.0 --port ${port}`
  )

export const containerPortMismatch = defineRule({
  id: 'container-port-mismatch',
  level: 'warning',
  title: 'The mapping leads to a port on which the app does not listen',
  why: 'The last number of a mapping is the port inside the container. Where nothing listens there, Docker takes the connection and drops it: "connection reset", or 502 from a proxy.',
  fix: "Make the mapping's last number the port on which the app listens.",
  examples: {
    bad: { [exampleFile]: command(5000) },
    good: { [exampleFile]: command(8000) }
  },
  *check({ deployed }) {
    for (const container of deployed) {
      const { listeners, networks, role, publications } = container
      if (role !== 'app' || networks === 'host' || listeners.length === 0) continue
      if (networks.some(network => network === 'none' || network.startsWith('container:'))) continue
      const tcp = publications.filter(({ mapping }) => mapping.protocol === 'tcp')
      // One mapping that fits shows that the command is the app; other ports may be served beside it (metrics, say).
      const fits = listeners.some(({ port }) => port === null || tcp.some(({ mapping }) => servesPort(mapping, port)))
      if (fits) continue
      const [listener] = listeners
      const ports = listeners.map(({ port }) => port).join(' and ')
      for (const { at, mapping, entry } of tcp) {
        if (mapping.containerPorts === 'unknown' || listener === undefined) continue
        yield {
          at,
          message: `This leads to port ${formatRange(mapping.containerPorts)} inside ${nameOf({ container })}, whose command listens on ${ports} (${place(listener.at)}): connections are dropped.`,
          fix: {
            description: `Publish to port ${ports}, or let the app listen on ${formatRange(mapping.containerPorts)}.`,
            edits: []
          },
          related: [{ at: listener.at, message: `listens on ${ports}` }, ...callTrail(container)],
          statement: entry ?? container.at
        }
      }
    }
  }
})
