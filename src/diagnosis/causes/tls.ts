import type { Cause } from '../cause.ts'
import { certificateCauses } from './certificates.ts'

const reset = ['ECONNRESET', 'EPIPE', 'ECONNABORTED'] as const
const notTls = ['ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG', 'ERR_SSL_HTTP_REQUEST'] as const
/** OpenSSL renames its codes from version to version: the alert's number is what lasts (RFC 8446 6). */
const certificateRequired: Cause['when'] = [
  {
    phase: 'tls',
    code: [
      'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
      'ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE',
      'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA',
      'ERR_SSL_SSL/TLS_ALERT_BAD_CERTIFICATE'
    ]
  },
  { phase: 'tls', alert: [42, 48, 116] },
  // TLS 1.2 has no alert for it: a server that says 'no common ground' after the keys means us.
  { phase: 'tls', alert: 40, keysAgreed: true },
  { phase: 'http', code: /ALERT_(CERTIFICATE_REQUIRED|BAD_CERTIFICATE)/ },
  { phase: 'http', alert: [42, 116] }
]

export const tlsCauses: readonly Cause[] = [
  ...certificateCauses,
  {
    id: 'tls-client-certificate',
    code: 'tls-client-certificate',
    when: certificateRequired,
    says: '{address} ends the TLS connection since it was shown no client certificate.'
  },
  {
    id: 'tls-client-certificate-page',
    code: 'tls-client-certificate',
    when: [
      { phase: 'http', status: 400, body: /<title>400 No required SSL certificate was sent<\/title>/ },
      { phase: 'http', status: 400, body: /<title>400 The SSL certificate error<\/title>/ }
    ],
    says: 'The 400 comes from {who} itself, which wants a client certificate; the app was never asked.'
  },
  {
    id: 'tls-ssh',
    code: 'tls-plain-http',
    when: { phase: 'tls', said: /^SSH-/ },
    says: 'Port {port} of {address} is an ssh server.',
    cause: 'Something other than a web server owns the port.',
    fix: 'Move ssh to port 22, and let the proxy have {port}.'
  },
  {
    id: 'tls-plain-http',
    code: 'tls-plain-http',
    when: [
      { phase: 'tls', code: notTls },
      // A TLS port answers 400 to plain HTTP; whatever answers otherwise is no TLS port.
      { phase: 'tls', said: /^HTTP\/\S+ (?!400)\d/ },
      { phase: 'tls', message: /wrong version number|packet length too long/i }
    ],
    says: 'Port {port} of {address} speaks plain HTTP or another protocol, not TLS.'
  },
  {
    id: 'tls-unrecognized-name',
    code: 'tls-name-mismatch',
    when: [
      { phase: 'tls', code: 'ERR_SSL_TLSV1_UNRECOGNIZED_NAME' },
      { phase: 'tls', alert: 112 }
    ],
    says: '{address} has no site of the name {host} and refuses it (TLS alert 112).',
    cause: '`ssl_reject_handshake` on the default server of nginx, or `strict-sni` of HAProxy.',
    fix: 'Add a 443 server block with `server_name {host};` and a certificate for it: `sudo certbot --nginx -d {host}`.'
  },
  {
    id: 'tls-internal-error',
    code: 'tls-handshake',
    when: { phase: 'tls', alert: 80 },
    says: '{address} ends the handshake with an internal error (TLS alert 80).',
    cause:
      'Caddy and others answer so while they hold no certificate for the name: the site is not in the config, or issuing failed.',
    fix: 'Add {host} to the Caddyfile, and read the error of the issuing in `journalctl -u caddy -n 50`.'
  },
  {
    id: 'tls-no-http-1',
    code: 'tls-handshake',
    when: { phase: 'tls', alert: 120 },
    says: '{address} does not offer HTTP/1.1 (TLS alert 120).',
    cause: 'The port takes HTTP/2 or another protocol alone; senders of webhooks may speak HTTP/1.1 alone.',
    fix: 'Offer both: `alpn h2,http/1.1` on the `bind` line of HAProxy, `protocols h1 h2` in Caddy.'
  },
  {
    id: 'tls-old-protocol',
    code: 'tls-old-protocol',
    when: [
      { phase: 'tls', alert: 70 },
      {
        phase: 'tls',
        code: /^ERR_SSL_(TLSV1_ALERT_PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|LEGACY_SIGALG_DISALLOWED_OR_UNSUPPORTED|VERSION_TOO_LOW)$/
      }
    ],
    says: '{address} offers no TLS of version 1.2 or newer.'
  },
  {
    id: 'tls-handshake-failure',
    code: 'tls-handshake',
    when: [
      { phase: 'tls', alert: 40 },
      { phase: 'tls', message: /handshake failure/i }
    ],
    says: '{address} ends the handshake: no common cipher or protocol (TLS alert 40).',
    cause:
      'An odd `ssl_ciphers` line, no certificate for the kind of key, or with TLS 1.2 a client certificate that is demanded.',
    fix: "Drop `ssl_ciphers`, or take Mozilla's intermediate list; look for `ssl_verify_client`. Then reload."
  },
  {
    id: 'tls-timeout',
    code: 'tls-timeout',
    when: { phase: 'tls', code: ['PHASE_TIMEOUT', 'ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT'] },
    says: '{address} accepts the connection on port {port}, and never answers the TLS handshake.'
  },
  {
    id: 'tls-reset',
    code: 'tls-handshake',
    when: { phase: 'tls', code: reset },
    says: '{address} cuts the connection during the TLS handshake.',
    cause:
      'A proxy that expects the PROXY protocol (`listen … proxy_protocol`, `accept-proxy`), a firewall that cuts on the name, or a server that crashes.',
    fix: 'Take `proxy_protocol` out if no load balancer sends it; else see what listens on {port}: `sudo ss -ltnp`.'
  },
  {
    id: 'tls-other',
    code: 'tls-handshake',
    when: { phase: 'tls' },
    says: 'The TLS handshake with {address} fails ({code}).'
  },
  {
    id: 'tls-expires-soon',
    code: 'tls-expires-soon',
    when: { phase: 'certificate', fact: 'expires-soon' },
    says: 'The certificate of {address} ends soon{detail}.'
  },
  {
    id: 'tls-no-san',
    code: 'tls-no-san',
    when: { phase: 'certificate', fact: 'no-san' },
    says: 'The certificate of {address} holds no host name in a subjectAltName{detail}.'
  }
]
