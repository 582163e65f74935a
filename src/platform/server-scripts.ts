import { readFileSync } from 'node:fs'

/** The scripts of `server/`, word for word. In the bundle stands what this module exports, not what it does. */
export const serverScripts = {
  diagnose: read('diagnose_webhook_networking.sh'),
  setupNginx: read('setup_nginx_webhook.sh'),
  setupCaddy: read('setup_caddy_webhook.sh')
}

function read(name: string): string {
  return readFileSync(new URL(`../../server/${name}`, import.meta.url), 'utf8')
}
