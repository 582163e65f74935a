import { defineRule, deployWith, exampleFile, exposedAs, nameOf, portOf, restsOn } from './rule.ts'

export const publicWithoutTls = defineRule({
  id: 'public-without-tls',
  level: 'warning',
  title: 'A port is open to the internet without TLS',
  why: 'It speaks plain HTTP: payloads and signatures can be read on the way, and webhook senders demand https (Stripe does in live mode).',
  fix: 'Publish it on loopback and put a proxy with TLS before it.',
  examples: {
    bad: { [exampleFile]: deployWith('-p 8000:8000') },
    good: { [exampleFile]: deployWith('-p 443:8443') }
  },
  check: judged =>
    exposedAs(judged, 'public-without-tls', exposed => ({
      message: `${nameOf(exposed)} is published on every interface${restsOn(exposed)}: ${portOf(exposed)} answers plain HTTP to the internet, and no proxy with TLS leads to it. Webhook senders demand https.`,
      fix: {
        description: `${exposed.container.swarm === true ? 'Publish nothing (swarm takes no host address)' : 'Publish on loopback (127.0.0.1:…)'} and put nginx or Caddy with TLS before it; a proxy that is there already is declared with \`# webhook-reach-check: proxied-by nginx\` or \`proxy: nginx\`.`,
        edits: []
      }
    }))
})
