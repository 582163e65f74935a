import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Writes src/server/scripts.ts: the scripts of server/ as strings, so that the bundle holds them. Run it after a change
 * there; a test fails where they differ.
 */
const scripts = {
  diagnose: 'diagnose_webhook_networking.sh',
  setupNginx: 'setup_nginx_webhook.sh',
  setupCaddy: 'setup_caddy_webhook.sh'
}

const text = (name: string): string =>
  readFileSync(new URL(`../server/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .map(line => JSON.stringify(line))
    .join(',\n')

const source = `/** The scripts of \`server/\`, word for word. Made by scripts/inline-server-scripts.ts; change them there. */
export const serverScripts = {
${Object.entries(scripts)
  .map(([key, name]) => `${key}: [\n${text(name)}\n].join('\\n')`)
  .join(',\n')}
} as const
`
const target = new URL('../src/server/scripts.ts', import.meta.url)
const biome = spawnSync('node_modules/.bin/biome', ['format', '--stdin-file-path=src/server/scripts.ts'], {
  cwd: new URL('..', import.meta.url),
  input: source,
  encoding: 'utf8'
})
if (biome.status !== 0) throw new Error(`biome could not format it: ${biome.stderr}`)
writeFileSync(target, biome.stdout)
