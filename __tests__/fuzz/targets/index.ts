import type { Target } from '../target.ts'

/** Every target, by name; each loads what it needs when it is asked for. */
const targets: Readonly<Record<string, () => Promise<Target>>> = {
  workflow: async () => (await import('./workflow.ts')).workflow,
  repository: async () => (await import('./repository.ts')).repository,
  shell: async () => (await import('./shell.ts')).shell,
  compose: async () => (await import('./compose.ts')).compose,
  dockerfile: async () => (await import('./dockerfile.ts')).dockerfile,
  ansible: async () => (await import('./listed.ts')).ansible,
  kamal: async () => (await import('./listed.ts')).kamal,
  units: async () => (await import('./listed.ts')).units,
  makefile: async () => (await import('./listed.ts')).makefile,
  mapping: async () => (await import('./mapping.ts')).mapping,
  expressions: async () => (await import('./expressions.ts')).expressions,
  http: async () => (await import('./http.ts')).http,
  certificate: async () => (await import('./certificate.ts')).certificate,
  diagnose: async () => (await import('./diagnose.ts')).diagnose,
  event: async () => (await import('./event.ts')).event,
  inputs: async () => (await import('./inputs.ts')).inputs,
  traefik: async () => (await import('./structured.ts')).traefik,
  toml: async () => (await import('./structured.ts')).toml,
  envoy: async () => (await import('./structured.ts')).envoy,
  tunnels: async () => (await import('./structured.ts')).tunnels,
  nginx: async () => (await import('./nginx.ts')).nginx,
  caddyfile: async () => (await import('./caddyfile.ts')).caddyfile,
  haproxy: async () => (await import('./haproxy.ts')).haproxy,
  apache: async () => (await import('./apache.ts')).apache
}

export const targetNames: readonly string[] = Object.keys(targets)

export function loadTarget(name: string): Promise<Target> {
  const load = targets[name]
  if (load === undefined) throw new Error(`there is no target ${name}; there are ${targetNames.join(', ')}`)
  return load()
}
