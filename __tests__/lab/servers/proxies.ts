import type { Certificate, CertificateName } from '../certificates.ts'
import type { Service } from './service.ts'

type Pair = (name: CertificateName) => Certificate

/** Debian's Caddy with this Caddyfile; certificates are given, since no ACME server is at hand here. */
const caddy = (caddyfile: (of: Pair) => string, ports: readonly number[] = [443]): Service => ({
  needs: ['caddy'],
  start: ({ server, certificates }) => {
    const options = '{\n\tadmin off\n\tauto_https disable_redirects\n}\n'
    const path = server.file('Caddyfile', options + caddyfile(name => certificates.of[name]))
    const env = { HOME: server.folder, XDG_DATA_HOME: server.folder, XDG_CONFIG_HOME: server.folder }
    return server.serve(['caddy', 'run', '--config', path, '--adapter', 'caddyfile'], ports, { env })
  }
})

/** A Caddy site. */
export const caddySite = (
  body: string,
  name = 'shop.example.com',
  certificate: CertificateName = 'everyName'
): Service => caddy(of => `https://${name} {\n\ttls ${of(certificate).chain} ${of(certificate).key}\n\t${body}\n}\n`)

/** Debian's HAProxy; `config` stands after the timeouts. `bind` is the words that end TLS with a good certificate. */
export const haproxy = (config: (bind: string, root: string) => string, ports: readonly number[] = [443]): Service => ({
  needs: ['haproxy'],
  start: async ({ server, certificates }) => {
    const { chain, key } = certificates.of.good
    const pem = `${server.folder}/haproxy.pem`
    await server.must(['sh', '-c', `cat ${chain} ${key} > ${pem}`])
    const timeouts = 'timeout connect 2s\n  timeout client 20s\n  timeout server 20s'
    const head = `global\n  log stdout local0 emerg\ndefaults\n  mode http\n  ${timeouts}\n`
    const path = server.file('haproxy.cfg', `${head}${config(`bind :443 ssl crt ${pem}`, certificates.root)}\n`)
    return server.serve(['haproxy', '-db', '-f', path], ports)
  }
})

/** A front end on 443 and one back end, `rules` between them. */
export const haproxyBefore = (server: string, rules = ''): Service =>
  haproxy(bind => `frontend web\n  ${bind}\n  ${rules}\n  default_backend app\nbackend app\n  ${server}`)

const modules = [
  'mpm_event',
  'authz_core',
  'ssl',
  'socache_shmcb',
  'proxy',
  'proxy_http',
  'rewrite',
  'headers',
  'alias',
  'dir'
]

/** Debian's Apache httpd with one TLS site that holds `body`. */
export const apache = (body: string): Service => ({
  needs: ['apache2'],
  start: async ({ server, certificates }) => {
    const { chain, key } = certificates.of.good
    const load = modules.map(name => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
    const where = [
      `ServerRoot ${server.folder}`,
      `PidFile ${server.folder}/httpd.pid`,
      `ErrorLog ${server.folder}/httpd.log`
    ]
    const main = [...load, ...where, 'ServerName shop.example.com', 'Listen 443', 'Mutex sem']
    const site = ['<VirtualHost *:443>', 'SSLEngine on', `SSLCertificateFile ${chain}`, `SSLCertificateKeyFile ${key}`]
    await server.must(['mkdir', '-p', `${server.folder}/www`])
    server.file('www/index.html', '<html><body><h1>It works!</h1></body></html>')
    const path = server.file('httpd.conf', [...main, ...site, body, '</VirtualHost>', ''].join('\n'))
    return server.serve(['apache2', '-X', '-f', path], [443])
  }
})
