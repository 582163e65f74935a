import { callTrail, defineRule, deployWith, exampleFile } from './rule.ts'

export const invalidPublish = defineRule({
  id: 'invalid-publish',
  level: 'error',
  title: 'Docker refuses this mapping',
  why: 'The deploy stops at this command, and the old container, if any, goes on answering. Docker takes IP addresses only before the ports, never `localhost`.',
  fix: 'Write `[IP:]HOST_PORT:CONTAINER_PORT[/PROTOCOL]`, with an IP address.',
  examples: {
    bad: { [exampleFile]: deployWith('-p localhost:8000:8000') },
    good: { [exampleFile]: deployWith('-p 192.168.1.10:8000:8000') }
  },
  *check({ deployed }) {
    for (const container of deployed) {
      for (const { at, written, reason } of container.refused) {
        const local = /^localhost:/i.exec(written)
        const swarm = container.swarm === true
        const edits =
          swarm || local === null || at.line !== at.endLine
            ? []
            : [{ ...at, endColumn: at.column + 9, text: '127.0.0.1' }]
        yield {
          at,
          message: `Docker refuses ${written || 'an empty mapping'}: ${reason}. The container does not start.`,
          fix: {
            description: swarm
              ? 'Write HOST_PORT:CONTAINER_PORT[/tcp|udp|sctp]: a service takes no address.'
              : 'Write [IP:]HOST_PORT:CONTAINER_PORT[/tcp|udp|sctp], with an IP address, not a name.',
            edits
          },
          related: callTrail(container),
          statement: container.at
        }
      }
    }
  }
})
