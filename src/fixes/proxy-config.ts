/** What a proxy has to do for the webhook. */
export interface ProxySetup {
  readonly domain: string
  /** Where the app answers on the server, on loopback. */
  readonly port: number
  readonly path: string
  readonly healthPath: string
  /** True where nothing but the webhook's and the health path is forwarded. */
  readonly onlyWebhook: boolean
}

/** The location block; body, path and headers pass as they came, since a signature is made over the raw body. */
const location = (pattern: string, port: number): readonly string[] => [
  `location ${pattern} {`,
  `    proxy_pass http://127.0.0.1:${port};`,
  '    proxy_http_version 1.1;',
  '    proxy_set_header Host $host;',
  '    proxy_set_header X-Real-IP $remote_addr;',
  '    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;',
  '    proxy_set_header X-Forwarded-Proto $scheme;',
  '    proxy_connect_timeout 5s;',
  '    proxy_read_timeout 60s;',
  '    client_max_body_size 10m;',
  '}'
]

/** The site that setup_nginx_webhook.sh writes, as one file; a test compares them. Port 80 alone: certbot adds the rest. */
export function nginxSite({ domain, port, path, healthPath, onlyWebhook }: ProxySetup): string {
  const locations = onlyWebhook
    ? [...location(`= ${path}`, port), ...location(`= ${healthPath}`, port), 'location / {', '    return 404;', '}']
    : location('/', port)
  return `${[
    `# Made by setup_nginx_webhook.sh for ${domain}`,
    'server {',
    '    listen 80;',
    '    listen [::]:80;',
    `    server_name ${domain};`,
    '',
    ...locations.map(line => `    ${line}`),
    '}'
  ].join('\n')}\n`
}

/** The site that setup_caddy_webhook.sh writes; Caddy sees to the certificate by itself. */
export function caddySite({ domain, port, path, healthPath, onlyWebhook }: ProxySetup): string {
  const inside = onlyWebhook
    ? [
        `@webhook path ${path} ${healthPath}`,
        'handle @webhook {',
        `\treverse_proxy 127.0.0.1:${port}`,
        '}',
        'handle {',
        '\trespond 404',
        '}'
      ]
    : [`reverse_proxy 127.0.0.1:${port}`]
  return `${[
    '# Made by setup_caddy_webhook.sh; run it again to change it.',
    `${domain} {`,
    ...inside.map(line => `\t${line}`),
    '}'
  ].join('\n')}\n`
}
