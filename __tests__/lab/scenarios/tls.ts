import type { CertificateName } from '../certificates.ts'
import { broken, type Expected, healthy, type Scenario, warned } from '../scenario.ts'
import { fastapi } from '../servers/apps.ts'
import { nginx, nginxBefore, proxyPass } from '../servers/nginx.ts'
import { caddySite, haproxy } from '../servers/proxies.ts'
import { raw } from '../servers/raw.ts'

const sends = (name: string, certificate: CertificateName, expected: Expected): Scenario => ({
  name: `tls: ${name}`,
  services: [fastapi(), nginxBefore(8000, '', certificate)],
  expected
})

const behaves = (name: string, services: Scenario['services'], code: string | readonly string[]): Scenario => ({
  name: `tls: ${name}`,
  services: services ?? [],
  expected: broken('tls', code)
})

const nginxWith = (directives: string): NonNullable<Scenario['services']> => [
  fastapi(),
  nginx([{ body: `${directives}\n${proxyPass()}` }])
]

const clientCertificate = (more: string): NonNullable<Scenario['services']> => [
  fastapi(),
  haproxy(
    (bind, root) =>
      `frontend web\n  ${bind} ca-file ${root} verify required ${more}\n  default_backend app\nbackend app\n  server a 127.0.0.1:8000`
  )
]

/** How a certificate or a handshake goes wrong. */
export const tlsScenarios: readonly Scenario[] = [
  sends('healthy', 'good', healthy),
  sends('expired', 'expired', broken('tls', 'tls-expired')),
  sends('not yet valid', 'notYetValid', broken('tls', 'tls-not-yet-valid')),
  sends('for another name', 'wrongName', broken('tls', 'tls-name-mismatch', { says: [/other\.example\.com/] })),
  sends('for the parent name alone', 'parentName', broken('tls', 'tls-name-mismatch')),
  sends('with a wildcard', 'everyName', healthy),
  sends('expired and for another name', 'expiredAndWrongName', {
    ...broken('tls', ['tls-expired', 'tls-name-mismatch']),
    says: [/tls-expired/, /tls-name-mismatch/]
  }),
  sends('self-signed', 'selfSigned', broken('tls', 'tls-self-signed')),
  sends('self-signed for another name', 'selfSignedWrongName', {
    ...broken('tls', ['tls-self-signed', 'tls-name-mismatch']),
    says: [/tls-self-signed/, /tls-name-mismatch/]
  }),
  sends(
    'leaf without its intermediate',
    'leafOnly',
    broken('tls', 'tls-incomplete-chain', { explains: [/fullchain/] })
  ),
  sends('leaf alone of an unknown root', 'strangerLeafOnly', broken('tls', 'tls-incomplete-chain')),
  sends('unknown root', 'unknownRoot', broken('tls', 'tls-untrusted')),
  sends('unknown root, sent along', 'unknownRootSent', broken('tls', 'tls-untrusted')),
  sends('intermediate of somebody else', 'anotherIntermediate', broken('tls', 'tls-incomplete-chain')),
  sends('intermediate expired', 'oldIntermediate', broken('tls', 'tls-expired')),
  behaves(
    'weak digest',
    [raw('close', { certificate: 'weakDigest', tls: { ciphers: 'DEFAULT@SECLEVEL=0' } })],
    'tls-untrusted'
  ),
  sends('for clients alone', 'forClients', broken('tls', ['tls-untrusted', 'tls-handshake'])),
  {
    name: 'tls: for an address',
    services: [fastapi(), nginxBefore(8000, '', 'forAddress')],
    inputs: { 'webhook-url': 'https://198.51.100.10/webhooks/stripe' },
    expected: healthy
  },
  sends('no alternative name', 'noSan', warned('tls-no-san')),
  sends('ends soon', 'endsSoon', warned('tls-expires-soon')),
  sends('short-lived, in its prime', 'shortLived', { ...healthy, noWarnings: ['tls-expires-soon'] }),
  behaves(
    'weak key',
    [raw('close', { certificate: 'weakKey', tls: { ciphers: 'DEFAULT@SECLEVEL=0' } })],
    'tls-untrusted'
  ),
  behaves('plain HTTP on 443', [nginx([{ certificate: null, port: 443, body: proxyPass() }])], 'tls-plain-http'),
  behaves('ssh on 443', [raw('ssh', { certificate: null, when: 'connect' })], 'tls-plain-http'),
  behaves(
    'name refused (alert 112)',
    [
      nginx([
        { name: 'default', body: 'ssl_reject_handshake on;' },
        { name: 'other.example.com', body: proxyPass() }
      ])
    ],
    'tls-name-mismatch'
  ),
  behaves(
    'Caddy without that site (alert 80)',
    [caddySite('respond ok', 'other.example.com', 'wrongName')],
    ['tls-handshake', 'tls-name-mismatch']
  ),
  behaves('TLS 1.1 alone', nginxWith('ssl_protocols TLSv1.1; ssl_ciphers ALL:@SECLEVEL=0;'), 'tls-old-protocol'),
  behaves(
    'no common cipher',
    nginxWith('ssl_protocols TLSv1.2; ssl_ciphers ECDHE-RSA-AES128-GCM-SHA256;'),
    'tls-handshake'
  ),
  behaves('client certificate demanded (TLS 1.3)', clientCertificate('ssl-min-ver TLSv1.3'), 'tls-client-certificate'),
  behaves('client certificate demanded (TLS 1.2)', clientCertificate('ssl-max-ver TLSv1.2'), [
    'tls-client-certificate',
    'tls-handshake'
  ]),
  {
    name: 'tls: client certificate demanded by nginx',
    services: [
      fastapi(),
      {
        needs: ['nginx'],
        start: world =>
          nginx([
            { body: `ssl_client_certificate ${world.certificates.root}; ssl_verify_client on;\n${proxyPass()}` }
          ]).start(world)
      }
    ],
    expected: broken(['tls', 'proxy'], 'tls-client-certificate')
  },
  behaves('silent server', [raw('silent', { certificate: null, when: 'connect' })], 'tls-timeout'),
  behaves('closed in the handshake', [raw('close', { certificate: null, when: 'first-bytes' })], 'tls-handshake')
]
