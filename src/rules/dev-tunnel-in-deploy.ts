import { defineRule, deployWith, exampleFile } from './rule.ts'

const deploy = deployWith('-p 443:8443')

export const devTunnelInDeploy = defineRule({
  id: 'dev-tunnel-in-deploy',
  level: 'warning',
  title: "A developer's tunnel in a deployment",
  why: '`stripe listen`, `ngrok http` and quick Cloudflare tunnels are made for a desk: the address changes with every start, the tunnel ends with the process, and the endpoint that is registered at the provider stays unreachable. `stripe listen` also signs with a secret of its own, so the real ones fail.',
  fix: 'Put a reverse proxy with TLS before the app, or a named tunnel, and register its address at the provider.',
  examples: {
    bad: { [exampleFile]: `${deploy}            stripe listen --forward-to localhost:8000/webhooks/stripe\n` },
    good: { [exampleFile]: deploy }
  },
  *check({ deployment }) {
    for (const { at, command, placement, calls } of deployment.tunnels ?? []) {
      if (placement === 'hosted') continue
      yield {
        at,
        message: `\`${command}\` is a developer's tunnel: it ends with its process, its address (or, for stripe, its signing secret) changes with every start, and what is registered at the provider does not lead through it.`,
        fix: {
          description:
            'Give the server a name and a proxy with TLS (`node dist/index.js fix --domain your-domain.com` writes the set-up), register that URL at the provider, and leave the tunnel to development.',
          edits: []
        },
        related: calls.map(call => ({ at: call, message: 'called from here' }))
      }
    }
  }
})
