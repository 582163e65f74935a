import type { Certificate, CertificateName } from '../certificates.ts'
import type { Service } from './service.ts'

/** One `server` block. */
export interface Site {
  /** Null for a site without TLS. */
  readonly certificate?: CertificateName | null
  readonly port?: number
  readonly name?: string
  /** Directives inside the block. */
  readonly body: string
}

/** Forwards everything to the app, as the usual guides have it. */
export const proxyPass = (port = 8000, extra = ''): string => `
    location / {
      proxy_pass http://127.0.0.1:${port};
      proxy_set_header Host $host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_set_header X-Forwarded-Proto $scheme;
      ${extra}
    }`

/** Port 80 as certbot leaves it. */
const redirectToTls: Site = { certificate: null, port: 80, body: 'return 301 https://$host$request_uri;' }

const block = (
  { certificate = 'good', port = 443, name = '_', body }: Site,
  of: (name: CertificateName) => Certificate
): string => {
  const pair = certificate === null ? null : of(certificate)
  const tls = pair === null ? '' : `ssl_certificate ${pair.chain}; ssl_certificate_key ${pair.key};`
  const listen = `${port}${pair === null ? '' : ' ssl'}`
  return `  server {\n    listen ${listen}; listen [::]:${listen}; server_name ${name}; ${tls}\n${body}\n  }\n`
}

/** Debian's nginx with these sites; `http` holds directives beside them. Port 80 redirects unless a site takes it. */
export const nginx = (sites: readonly Site[], http = ''): Service => ({
  needs: ['nginx'],
  start: ({ server, certificates }) => {
    const all = sites.some(({ port }) => port === 80) ? sites : [...sites, redirectToTls]
    const blocks = all.map(site => block(site, name => certificates.of[name])).join('')
    const main = `daemon off; user root; worker_processes 1; pid ${server.folder}/nginx.pid; error_log stderr;`
    const config = `${main}\nevents {}\nhttp {\n  access_log off;\n  ${http}\n${blocks}}\n`
    const path = server.file('nginx.conf', config)
    const ports = all.map(({ port = 443 }) => port)
    return server.serve(['nginx', '-c', path, '-e', 'stderr'], [...new Set(ports)])
  }
})

/** The healthy set-up: TLS on 443 in front of the app, port 80 redirecting. */
export const nginxBefore = (port = 8000, extra = '', certificate: CertificateName = 'good'): Service =>
  nginx([{ certificate, body: proxyPass(port, extra) }])
