import { describe, expect, test } from 'vitest'
import { causeOf } from '../../src/diagnosis/explain.ts'
import { causes } from '../../src/diagnosis/index.ts'
import type { Observation, RequestName } from '../../src/diagnosis/observation.ts'

type Seen = Partial<Observation>
type Row = readonly [id: string, ...seen: readonly Observation[]]

const url = 'https://shop.example.com/webhooks/stripe'
const at =
  (phase: Observation['phase']) =>
  (seen: Seen = {}): Observation => ({ phase, ...seen })
const [dns, tcp, tls, body] = [at('dns'), at('tcp'), at('tls'), at('body')]

/** Each of these codes, seen in one phase. */
const codes = (phase: Observation['phase'], text: string, seen: Seen = {}): Observation[] =>
  text.split(' ').map(code => ({ phase, code, ...seen }))

const http = (status: number, text = '', headers: Record<string, string> = {}, seen: Seen = {}): Observation => ({
  phase: 'http',
  probe: 'unsigned',
  url,
  status,
  body: text,
  headers,
  expected: false,
  ...seen
})
const answerTo =
  (probe: RequestName) =>
  (status: number, text = '', seen: Seen = {}): Observation =>
    http(status, text, {}, { probe, ...seen })
const [bogus, signed, tampered, replayed, health] = [
  answerTo('bogus-signature'),
  answerTo('signed'),
  answerTo('tampered'),
  answerTo('replayed'),
  answerTo('health')
]

const parsed = 'Webhook payload must be provided as a string or a Buffer'
const page = (status: string): string => `<html>\r\n<head><title>${status}</title></head>\r\n<body>`
const cloudflare = { server: 'cloudflare', 'cf-ray': '8f0' }
const cloudfront = { server: 'CloudFront' }
const apiGateway = { 'x-amzn-errortype': 'SomeException' }
const httpd = (status: string): string =>
  `<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head>\n<title>${status}</title>`
const go = '404 page not found\n'
const nosniff = { 'x-content-type-options': 'nosniff' }
const to = (location: string, status = 301): Observation => http(status, '', { location })

/** What each row of the table is for: the whole of an observation, and the row that has to be the first to apply. */
const rows: readonly Row[] = [
  [
    'health-timeout',
    ...codes('tcp', 'PHASE_TIMEOUT ETIMEDOUT', { probe: 'health' }),
    tls({ probe: 'health', code: 'PHASE_TIMEOUT' }),
    at('http')({ probe: 'health', code: 'ETIMEDOUT' }),
    body({ probe: 'health', code: 'ETIMEDOUT' })
  ],
  ['health-dns', dns({ probe: 'health', code: 'ENOTFOUND' })],
  ['health-distrusted', at('certificate')({ probe: 'health', detail: 'CERT_HAS_EXPIRED' })],
  [
    'health-unreachable',
    tcp({ probe: 'health', code: 'ECONNREFUSED' }),
    tls({ probe: 'health', code: 'ECONNRESET' }),
    at('http')({ probe: 'health', code: 'ECONNRESET' }),
    body({ probe: 'health', code: 'ECONNRESET', status: 200 })
  ],
  ['health-redirected', health(302)],
  ['health-status', health(500), health(404)],
  ['health-two-releases', health(200, '', { expected: true, fact: 'mixed-versions' })],
  ['health-wrong-version', health(200, '', { expected: true, fact: 'wrong-version' })],
  ['health-ok', health(200, '', { expected: true })],

  [
    'bogus-secret-missing',
    ...[400, 401, 403, 500, 503].map(status => bogus(status, 'STRIPE_WEBHOOK_SECRET is not set')),
    bogus(400, 'Missing signature or webhook secret', { expected: true }),
    bogus(403, 'webhook secret has not been set')
  ],
  ['bogus-body-parsed', bogus(400, parsed, { expected: true })],
  ['bogus-accepted', bogus(200), bogus(204)],
  ['bogus-500', bogus(500), bogus(501), bogus(503)],
  [
    'bogus-refused',
    bogus(400, 'Invalid signature', { expected: true }),
    bogus(500, '', { signedAccepted: true }),
    bogus(502, '', { signedAccepted: true }),
    bogus(504, '', { expected: true }),
    bogus(500, '', { expected: true }),
    bogus(500, page('500 Internal Server Error')),
    bogus(400, parsed, { signedAccepted: true }),
    bogus(401, 'webhook secret missing', { signedAccepted: true })
  ],
  ['bogus-gateway', bogus(502), bogus(502, page('502 Bad Gateway')), bogus(520)],
  ['bogus-gateway-timeout', bogus(504), bogus(524)],
  [
    'bogus-timeout',
    at('http')({ probe: 'bogus-signature', code: 'PHASE_TIMEOUT' }),
    at('http')({ probe: 'bogus-signature', code: 'ETIMEDOUT' })
  ],
  ['bogus-closed', at('http')({ probe: 'bogus-signature', code: 'ECONNRESET' })],
  [
    'bogus-cut-off',
    body({ probe: 'bogus-signature', code: 'ECONNRESET', status: 400 }),
    at('http')({ probe: 'bogus-signature', code: 'PHASE_TIMEOUT', signedAccepted: true })
  ],
  ['signed-accepted', signed(200), signed(204)],
  [
    'signed-timestamp',
    signed(400, 'Timestamp outside the tolerance zone'),
    signed(400, 'the timestamp is too old'),
    signed(403, 'timestamp expired')
  ],
  ['signed-body-parsed', signed(400, parsed), signed(500, parsed)],
  [
    'signed-secret-missing',
    signed(500, 'No webhook secret value was provided'),
    signed(400, 'webhook secret is not configured')
  ],
  [
    'signed-other-reason',
    signed(400, '', { acceptedWords: true }),
    signed(400, 'Unhandled event type x.ping'),
    signed(422, 'event of this type is not supported'),
    signed(403, 'livemode mismatch', { unlikeForged: true })
  ],
  ['signed-gateway', signed(502), signed(520)],
  ['signed-gateway-timeout', signed(504), signed(524)],
  ['signed-timeout', at('http')({ probe: 'signed', code: 'PHASE_TIMEOUT' })],
  ['signed-closed', at('http')({ probe: 'signed', code: 'ECONNRESET' })],
  ['signed-5xx-like-tampered', ...[500, 501, 503].map(status => signed(status, '', { sameAsTampered: true }))],
  ['signed-handler-error', signed(500), signed(503)],
  ['signed-rejected', signed(400, 'Invalid signature'), signed(400, 'Unhandled event type', { sameAsTampered: true })],
  ['tampered-accepted', tampered(200)],
  ['tampered-like-signed', tampered(200, '', { expected: true, sameAsTampered: true })],
  [
    'tampered-refused',
    tampered(400),
    tampered(200, '', { expected: true }),
    body({ probe: 'tampered', code: 'ECONNRESET' })
  ],
  ['replay-accepted', replayed(200)],
  [
    'replay-untested',
    body({ probe: 'replayed', code: 'ECONNRESET' }),
    at('http')({ probe: 'replayed', code: 'ECONNRESET' }),
    replayed(500),
    ...[429, 502, 503, 504].map(status => replayed(status, '', { signedAccepted: true }))
  ],
  ['replay-refused', replayed(400), replayed(500, '', { signedAccepted: true }), replayed(200, '', { expected: true })],

  ['url-private-host', at('address')({ private: true, literal: true })],
  ['dns-private-ipv6', at('address')({ private: true, address: 'fd00::1' })],
  ['dns-private-address', at('address')({ private: true }), at('address')({ private: true, address: '10.0.0.5' })],
  ['dns-hosts-override', dns({ lookup: 'ok', wire: 'ENOTFOUND' }), dns({ lookup: 'ok', wire: 'ENODATA' })],
  ['dns-split-view', dns({ lookup: 'ok', wire: 'differs' })],
  ['dns-wire-silent', dns({ lookup: 'ok', wire: 'ESERVFAIL' })],
  ['dns-bad-name', dns({ lookup: 'EBADNAME', wire: 'EBADNAME' })],
  ['dns-nxdomain', dns({ lookup: 'ENOTFOUND', wire: 'ENOTFOUND' })],
  ['dns-no-address', dns({ lookup: 'ENOTFOUND', wire: 'ENODATA' })],
  ['dns-servfail', dns({ lookup: 'EAI_AGAIN', wire: 'ESERVFAIL' })],
  ['dns-refused', dns({ lookup: 'EAI_AGAIN', wire: 'EREFUSED' })],
  ['dns-timeout', dns({ lookup: 'EAI_AGAIN', wire: 'ETIMEOUT' }), dns({ lookup: 'EAI_AGAIN', wire: 'ECANCELLED' })],
  ['dns-resolver-down', dns({ lookup: 'EAI_AGAIN', wire: 'ECONNREFUSED' })],
  ['dns-malformed', dns({ lookup: 'EAI_AGAIN', wire: 'EFORMERR' })],
  ['vantage-loopback', at('vantage')({ fact: 'loopback' })],
  ['vantage-private', at('vantage')({ fact: 'private' })],
  ['vantage-own-address', at('vantage')({ fact: 'own-address' })],
  ['vantage-egress-proxy', at('vantage')({ fact: 'egress-proxy' })],

  [
    'ipv6-only-untested',
    ...codes('tcp', 'ENETUNREACH EADDRNOTAVAIL EAFNOSUPPORT', { family: 6, onlyAddress: true, ipv6Here: true }),
    ...codes('tcp', 'PHASE_TIMEOUT ETIMEDOUT EHOSTUNREACH EACCES EPERM', { family: 6, onlyAddress: true })
  ],
  [
    'ipv6-untested',
    ...codes('tcp', 'ENETUNREACH EADDRNOTAVAIL EAFNOSUPPORT', { family: 6 }),
    ...codes('tcp', 'PHASE_TIMEOUT ETIMEDOUT EHOSTUNREACH EACCES EPERM', { family: 6, ipv4Works: true })
  ],
  [
    'ipv6-broken',
    tcp({ family: 6, code: 'ECONNREFUSED', ipv4Works: true }),
    tcp({ family: 6, code: 'ETIMEDOUT', ipv4Works: true, ipv6Here: true })
  ],
  ['tcp-refused', tcp({ family: 4, code: 'ECONNREFUSED' }), tcp({ family: 6, code: 'ECONNREFUSED' })],
  [
    'tcp-timeout',
    ...codes('tcp', 'PHASE_TIMEOUT ETIMEDOUT UND_ERR_CONNECT_TIMEOUT', { family: 4 }),
    tcp({ family: 6, code: 'ETIMEDOUT', ipv6Here: true, onlyAddress: true }),
    tcp({ family: 6, code: 'ETIMEDOUT' })
  ],
  ['tcp-host-unreachable', tcp({ family: 4, code: 'EHOSTUNREACH' })],
  ['tcp-net-unreachable', ...codes('tcp', 'ENETUNREACH EADDRNOTAVAIL EAFNOSUPPORT', { family: 4 })],
  ['tcp-local-policy', ...codes('tcp', 'EACCES EPERM', { family: 4 })],
  [
    'tcp-reset',
    ...codes('tcp', 'ECONNRESET EPIPE ECONNABORTED', { family: 4 }),
    ...codes('tls', 'ECONNRESET EPIPE ECONNABORTED', { closedUnasked: true })
  ],
  ['tcp-other', tcp({ family: 4, code: 'EMFILE' })],
  ['port-80-closed', at('tcp80')({ code: 'ECONNREFUSED' })],
  ['direct-port-open', at('direct')({ port: 8000 })],

  ['tls-intermediate-expired', tls({ code: 'CERT_HAS_EXPIRED', detail: ' (the intermediate CN=R3, on 2026-01-01)' })],
  ['tls-expired', tls({ code: 'CERT_HAS_EXPIRED' })],
  ['tls-not-yet-valid', tls({ code: 'CERT_NOT_YET_VALID' })],
  ['tls-address-for-name', tls({ code: 'ERR_TLS_CERT_ALTNAME_INVALID', literal: true })],
  [
    'tls-default-certificate',
    tls({ code: 'ERR_TLS_CERT_ALTNAME_INVALID', detail: ': it names 0c1f.8f2e.traefik.default' }),
    tls({ code: 'ERR_TLS_CERT_ALTNAME_INVALID', detail: ': it names ingress.local' })
  ],
  [
    'tls-cloudflare-origin',
    tls({
      code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      detail: ' (issued by OU=CloudFlare Origin SSL Certificate Authority)'
    })
  ],
  ['tls-name-mismatch', tls({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' })],
  ['tls-self-signed', tls({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })],
  ['tls-incomplete-chain', tls({ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' })],
  [
    'tls-staging',
    ...codes('tls', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY SELF_SIGNED_CERT_IN_CHAIN', {
      detail: ' (issued by (STAGING) Wannabe)'
    })
  ],
  [
    'tls-untrusted-root',
    ...codes(
      'tls',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY SELF_SIGNED_CERT_IN_CHAIN UNABLE_TO_GET_ISSUER_CERT CERT_UNTRUSTED',
      { detail: ' (issued by R10)' }
    )
  ],
  [
    'tls-weak-key',
    ...codes('tls', 'EE_KEY_TOO_SMALL CA_KEY_TOO_SMALL CA_MD_TOO_WEAK'),
    tls({ code: 'ERR_SSL', message: 'ee key too small' }),
    tls({ code: 'ERR_SSL', message: 'ca md too weak' })
  ],
  ['tls-wrong-purpose', tls({ code: 'INVALID_PURPOSE' })],
  [
    'tls-other-distrust',
    ...codes(
      'tls',
      'CERT_REVOKED UNABLE_TO_GET_CRL INVALID_CA PATH_LENGTH_EXCEEDED ERROR_IN_CERT_NOT_AFTER_FIELD UNSPECIFIED HOSTNAME_MISMATCH'
    )
  ],
  [
    'tls-client-certificate',
    ...codes(
      'tls',
      'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE ERR_SSL_TLSV1_ALERT_UNKNOWN_CA ERR_SSL_SSL/TLS_ALERT_BAD_CERTIFICATE'
    ),
    ...[42, 48, 116].map(alert => tls({ code: 'ERR_SSL', alert })),
    tls({ code: 'ERR_SSL', alert: 40, keysAgreed: true }),
    at('http')({ code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED' }),
    at('http')({ code: 'ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE' }),
    ...[42, 116].map(alert => at('http')({ code: 'ERR_SSL', alert }))
  ],
  [
    'tls-client-certificate-page',
    http(400, page('400 No required SSL certificate was sent')),
    http(400, page('400 The SSL certificate error'))
  ],
  ['tls-ssh', tls({ code: 'ERR_SSL_WRONG_VERSION_NUMBER', said: 'SSH-2.0-OpenSSH_9.9\r\n' })],
  [
    'tls-plain-http',
    ...codes('tls', 'ERR_SSL_WRONG_VERSION_NUMBER ERR_SSL_PACKET_LENGTH_TOO_LONG ERR_SSL_HTTP_REQUEST'),
    tls({ code: 'ECONNRESET', said: 'HTTP/1.1 404 Not Found\r\n' }),
    tls({ code: 'ERR_SSL', message: 'wrong version number' }),
    tls({ code: 'ERR_SSL', message: 'packet length too long' })
  ],
  ['tls-unrecognized-name', tls({ code: 'ERR_SSL_TLSV1_UNRECOGNIZED_NAME' }), tls({ code: 'ERR_SSL', alert: 112 })],
  ['tls-no-http-1', tls({ code: 'ERR_SSL', alert: 120 })],
  ['tls-internal-error', tls({ code: 'ERR_SSL', alert: 80 })],
  [
    'tls-old-protocol',
    tls({ code: 'ERR_SSL', alert: 70 }),
    ...codes(
      'tls',
      'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION ERR_SSL_UNSUPPORTED_PROTOCOL ERR_SSL_LEGACY_SIGALG_DISALLOWED_OR_UNSUPPORTED ERR_SSL_VERSION_TOO_LOW'
    )
  ],
  [
    'tls-handshake-failure',
    tls({ code: 'ERR_SSL', alert: 40 }),
    tls({ code: 'ERR_SSL', message: 'sslv3 alert handshake failure' })
  ],
  ['tls-timeout', ...codes('tls', 'PHASE_TIMEOUT ETIMEDOUT UND_ERR_CONNECT_TIMEOUT')],
  [
    'tls-reset',
    ...codes('tls', 'ECONNRESET EPIPE ECONNABORTED'),
    tls({ code: 'ECONNRESET', said: 'HTTP/1.1 400 Bad Request\r\n' })
  ],
  ['tls-other', tls({ code: 'ERR_SSL_DECRYPT_ERROR' })],
  ['tls-expires-soon', at('certificate')({ fact: 'expires-soon' })],
  ['tls-no-san', at('certificate')({ fact: 'no-san' })],

  ['url-http', at('url')({ url: 'http://shop.example.com/' })],
  ['http-response-timeout', ...codes('http', 'PHASE_TIMEOUT UND_ERR_HEADERS_TIMEOUT UND_ERR_BODY_TIMEOUT ETIMEDOUT')],
  ['http-body-timeout', ...codes('body', 'PHASE_TIMEOUT UND_ERR_HEADERS_TIMEOUT UND_ERR_BODY_TIMEOUT ETIMEDOUT')],
  ['http-headers-overflow', ...codes('http', 'UND_ERR_HEADERS_OVERFLOW'), ...codes('body', 'UND_ERR_HEADERS_OVERFLOW')],
  [
    'http-malformed',
    ...[
      'Response does not match the HTTP/1.1 protocol',
      'Parse Error: x',
      'Expected HTTP/',
      'Invalid header token',
      'Invalid character in chunk size',
      'Invalid status',
      'Invalid Content-Length',
      'Invalid transfer',
      'HPE_INVALID',
      'bad upgrade'
    ].map(message => at('http')({ code: 'X', message })),
    body({ code: 'X', message: 'Parse Error' }),
    at('http')({ code: 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' }),
    ...codes(
      'http',
      'HPE_INVALID_CONSTANT HTTPParserError UND_ERR_RES_EXCEEDED_MAX_SIZE UND_ERR_INVALID_ARG UND_ERR_NOT_SUPPORTED'
    ),
    body({ code: 'HPE_INVALID_CHUNK_SIZE' })
  ],
  ['http-truncated', body({ code: 'ECONNRESET', status: 200 })],
  ['http-connection-closed', at('http')({ code: 'UND_ERR_SOCKET' }), at('http')({ code: 'EPIPE' })],
  ['slow-response', at('http')({ fact: 'slow' })],

  ['cf-challenge', http(403, '', { ...cloudflare, 'cf-mitigated': 'challenge' })],
  ['cf-530', http(530), http(502, '', { 'cf-error-type': '1033' })],
  [
    'cf-blocked',
    ...[
      'error code: 1005',
      'error code:1006',
      'error code: 1009',
      'error code: 1010',
      'error code: 1012',
      'error code: 1015',
      'error code: 1020',
      'Attention Required',
      'Sorry, you have been blocked',
      'Access denied'
    ].map(text => http(403, text, cloudflare)),
    http(429, 'error code: 1015', cloudflare),
    http(429, '', { 'cf-error-type': '1015' }),
    http(403, '', { 'cf-error-type': '1020' })
  ],
  ['cf-520', http(520)],
  ['cf-521', http(521)],
  ['cf-522', http(522)],
  ['cf-523', http(523)],
  ['cf-524', http(524)],
  ['cf-525', http(525)],
  ['cf-526', http(526)],
  [
    'app-csrf',
    http(403, 'CSRF verification failed'),
    http(419, 'Page Expired'),
    http(419),
    http(422, 'InvalidAuthenticityToken'),
    http(422, "Can't verify authenticity token"),
    http(422, '<!DOCTYPE html>\n<h1>The change you wanted was rejected (422)</h1>'),
    http(403, 'Cross-site POST form submissions are forbidden'),
    http(400, '<h1>Bad Request</h1>\n<p>The CSRF token is missing.</p>', {}, { expected: true }),
    http(400, 'The required antiforgery request token was not provided', {}, { expected: true })
  ],
  [
    'waf-page',
    http(200, '<html>The requested URL was rejected. Please consult with your administrator.'),
    http(403, '<title>Web Page Blocked!</title>'),
    http(403, 'Generated by Wordfence'),
    http(503, 'Your access to this site has been limited by the site owner'),
    http(403, 'Access denied by Imunify360 bot-protection.')
  ],
  [
    'challenge-page',
    http(202, '', { 'x-amzn-waf-action': 'challenge' }),
    http(405, '<html>', { 'x-amzn-waf-action': 'captcha' }),
    http(429, '', { 'x-vercel-mitigated': 'challenge' }),
    http(200, '<title>Making sure you&#39;re not a bot!</title>', { 'content-type': 'text/html; charset=utf-8' }),
    http(503, '<title>Just a moment...</title>', { 'content-type': 'text/html' })
  ],
  [
    'app-vercel-protection',
    http(401, 'Authentication Required', { 'x-vercel-id': 'x' }),
    http(403, 'Vercel Authentication', { 'x-vercel-id': 'x' })
  ],

  [
    'nginx-plain-http-to-tls',
    ...[
      'The plain HTTP request was sent to HTTPS port',
      'Client sent an HTTP request to an HTTPS server.',
      "You're speaking plain HTTP to an SSL-enabled server port."
    ].map(text => http(400, text))
  ],
  [
    'proxy-400-own',
    http(400, page('400 Bad Request')),
    http(400, '<h1>400 Bad request</h1>\nYour browser sent an invalid request.'),
    http(400, '400 Bad Request'),
    http(400, '400 Bad Request: malformed Host header')
  ],
  [
    'platform-502',
    http(502, '<center><h1>502 Bad Gateway</h1></center>', { server: 'awselb/2.0' }),
    http(502, '', { 'x-render-routing': 'no-server' })
  ],
  [
    'platform-503',
    http(503, '<center><h1>503 Service Temporarily Unavailable</h1></center>', { server: 'awselb/2.0' }),
    http(503, '<iframe src="//www.herokucdn.com/error-pages/application-error.html">')
  ],
  [
    'proxy-to-tls-upstream',
    ...[500, 502].map(status => http(status, 'Reason: <strong>Error during SSL Handshake with remote server</strong>')),
    http(
      503,
      'upstream connect error or disconnect/reset before headers. transport failure reason: TLS_error:|268435581'
    )
  ],
  ['proxy-502', http(502)],
  [
    'proxy-503-haproxy-no-server',
    http(
      503,
      '<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>'
    )
  ],
  [
    'proxy-503-upstream',
    http(503, httpd('503 Service Unavailable')),
    http(503, '<title>503 Backend fetch failed</title><p>Varnish cache server</p>'),
    http(503, 'upstream connect error', { server: 'envoy' }),
    http(503, 'no available server'),
    http(503, 'no healthy upstream', { server: 'something' }),
    http(503, '', { server: 'Caddy' })
  ],
  [
    'proxy-503',
    http(503, page('503 Service Unavailable')),
    http(503, '<title>503 Service Temporarily Unavailable</title>'),
    http(503, 'later', { 'retry-after': '10', 'content-type': 'text/html' })
  ],
  ['proxy-504', http(504)],
  ['app-413', http(413), signed(413)],
  ['proxy-413', http(413, page('413 Request Entity Too Large'))],
  [
    'proxy-401',
    http(401, page('401 Authorization Required')),
    http(401, 'no', { 'www-authenticate': 'Basic realm="x"' })
  ],
  [
    'proxy-403',
    signed(403, page('403 Forbidden')),
    http(403, page('403 Forbidden')),
    http(403, '<h1>403 Forbidden</h1>\nRequest forbidden by administrative rules.')
  ],
  ['cloudfront-method', http(403, 'This distribution is not configured to allow the HTTP request method', cloudfront)],
  [
    'cloud-run-403',
    http(403, '<title>403 Forbidden</title>\nYour client does not have permission to get URL <code>/</code>')
  ],
  ['aws-gateway-no-route', http(403, '{"message":"Missing Authentication Token"}', apiGateway)],
  [
    'platform-403',
    http(403, '{"message":"Forbidden"}', apiGateway),
    http(401, '{"message":"Unauthorized"}', apiGateway),
    http(403, 'Request blocked.', cloudfront)
  ],
  [
    'platform-500',
    http(500, 'FUNCTION_INVOCATION_FAILED', { 'x-vercel-error': 'FUNCTION_INVOCATION_FAILED' }),
    http(500, '{"message":"Internal Server Error"}', apiGateway)
  ],
  ['fastly-no-domain', http(500, 'Fastly error: unknown domain: shop.example.com.')],
  [
    'platform-404',
    http(404, 'DEPLOYMENT_NOT_FOUND', { 'x-vercel-error': 'DEPLOYMENT_NOT_FOUND' }),
    http(404, 'ERR_NGROK_3200', { 'ngrok-error-code': 'ERR_NGROK_3200' }),
    http(404, '<title>Error 404 (Not Found)!!1</title>')
  ],
  ['platform-504', http(504, '{"message":"Endpoint request timed out"}', apiGateway)],
  ['platform-refusal', http(400, '', cloudfront), http(402, '', { 'x-vercel-error': 'DEPLOYMENT_DISABLED' })],
  [
    'azure-stopped',
    http(403, '<h1>Error 403 - This web app is stopped.</h1>'),
    http(403, 'This Container App is stopped.')
  ],
  [
    'platform-405',
    http(405, '<Code>MethodNotAllowed</Code>', { server: 'AmazonS3' }),
    http(405, '', { server: 'GitHub.com' })
  ],
  [
    'ingress-404',
    http(404, 'default backend - 404'),
    http(404, 'response 404 (backend NotFound), service rules for the path non-existent \n')
  ],
  ['mod-security', http(406, 'This error was generated by Mod_Security.'), http(403, 'ModSecurity Action')],
  ['proxy-429', http(429), signed(429), signed(429, 'Invalid signature')],
  ['caddy-404', ...[404, 405].map(status => http(status, '', { server: 'Caddy' }))],
  ['proxy-405', http(405, page('405 Not Allowed'))],
  ['caddy-200-empty', http(200, '', { server: 'Caddy' })],
  [
    'welcome-page',
    ...[
      'Welcome to nginx!',
      'Apache2 Ubuntu Default Page',
      'Apache2 Debian Default Page',
      '<h1>It works!</h1>',
      'Your Caddy web server',
      '<title>Caddy works!',
      'Test Page for the HTTP Server',
      '<title>IIS Windows Server</title>',
      'This domain is for sale',
      'domain may be parked',
      'Future home of something quite cool'
    ].map(text => http(200, text)),
    ...[403, 404, 405].map(status => http(status, 'Test Page for the HTTP Server'))
  ],
  ['go-404', http(404, go, nosniff, { healthServed: true })],
  ['traefik-404', http(404, go, nosniff)],
  ['apache-404', ...[404, 405].map(status => http(status, httpd('404 Not Found')))],
  ['proxy-404', http(404, page('404 Not Found'))],
  ['proxy-421', http(421)],
  ['proxy-own-refusal', http(410, page('410 Gone'))],

  [
    'redirect-login',
    ...['login', 'signin', 'sign-in', 'auth', 'accounts/login', 'cdn-cgi/access/login', 'oauth2/start'].map(path =>
      to(`https://id.example.com/${path}`, 302)
    ),
    http(302, '', { location: '/login' }, { url: 'https://shop.example.com/api/auth/hook' })
  ],
  ['redirect-loop', to(url), to('/webhooks/stripe', 308)],
  ['redirect-https', http(301, '', { location: url }, { url: 'http://shop.example.com/webhooks/stripe' })],
  ['redirect-downgrade', to('http://shop.example.com/webhooks/stripe/', 307)],
  [
    'redirect-slash',
    http(301, '', { location: '/api/auth/hook/' }, { url: 'https://shop.example.com/api/auth/hook' }),
    to('/webhooks/stripe/', 307),
    to('https://shop.example.com/webhooks/stripe/')
  ],
  [
    'redirect-host',
    to('https://www.shop.example.com/webhooks/stripe'),
    to('https://www.shop.example.com/webhooks/stripe/')
  ],
  [
    'redirect-other',
    http(301, '', { location: '/api/auth/v2' }, { url: 'https://shop.example.com/api/auth/hook' }),
    to('/elsewhere'),
    to('ftp://shop.example.com/'),
    to('https://other.example.com/elsewhere')
  ],
  ['redirect-nowhere', http(304), http(302)],

  [
    'app-400-no-payload',
    ...[
      'No webhook payload was provided',
      'FST_ERR_CTP_EMPTY_JSON_BODY',
      'Body cannot be empty',
      'Missing body',
      'Missing request body',
      'Failed to decode JSON',
      'Required request body is missing: public void',
      'A non-empty request body is required.',
      'Required Body [event] not specified',
      'Unexpected end of JSON input',
      'Expecting value: line 1 column 1 (char 0)'
    ].map(text => http(400, text, {}, { expected: true }))
  ],
  [
    'app-host-refused',
    ...[
      'DisallowedHost at /',
      'Invalid HTTP_HOST header',
      'Invalid host header',
      'Bad Request - Invalid Hostname',
      'Untrusted Host "x".',
      'Host not allowed: x',
      '<p>Host &#39;x&#39; is not trusted.</p>',
      'Blocked host: x',
      'Blocked hosts: x',
      'Blocked request. This host is not allowed'
    ].map(text => http(400, text, {}, { expected: true })),
    http(403, 'Blocked hosts: shop.example.com'),
    http(400, '<h1>Bad Request (400)</h1>', {}, { expected: true })
  ],
  [
    'app-raw-body-missing',
    http(400, 'Missing raw body', {}, { expected: true }),
    http(500, 'Raw body is required for signature verification')
  ],
  [
    'app-secret-missing',
    http(500, 'webhook secret not configured'),
    http(503, 'missing signing secret'),
    http(503, 'Webhook not configured'),
    ...[400, 401, 403].map(status => http(status, 'Webhook Secret is not set', {}, { expected: true }))
  ],
  [
    'app-body-too-large',
    http(400, 'x', {}, { truncated: true, expected: true }),
    http(200, 'x', {}, { truncated: true })
  ],
  [
    'same-as-control',
    http(400, 'x', {}, { sameAsControl: true, expected: true }),
    http(200, 'x', {}, { sameAsControl: true })
  ],
  [
    'graphql',
    http(400, '{"errors":[{"message":"Must provide query string."}]}', {}, { expected: true }),
    http(400, 'GraphQL operations must contain a non-empty `query`'),
    http(200, 'No GraphQL query found in the request')
  ],
  ['app-body-mismatch', http(400, 'x', {}, { expected: true, fact: 'expect-body' })],
  [
    'app-ok',
    http(400, 'x', {}, { expected: true }),
    http(400, 'Missing webhook secret', {}, { expected: true }),
    http(400, 'Webhook secret is not set', {}, { expected: true, signedAccepted: true }),
    http(400, 'Missing raw body', {}, { expected: true, signedAccepted: true }),
    http(400, 'x', {}, { expected: true, fact: 'expect-body', bodyMatches: true })
  ],
  [
    'app-speaks-of-signature',
    ...[400, 401, 402, 403, 406, 409, 410, 412, 428].map(status => http(status, 'Missing signature')),
    ...['Unable to extract timestamp', 'X-Hub-Signature', 'HMAC', 'unsigned request'].map(text => http(400, text))
  ],
  [
    'app-401-403-elsewhere-open',
    http(401, '', {}, { unlikeControl: true }),
    http(403, '', {}, { unlikeControl: true })
  ],
  ['app-422-header', http(422, '{"detail":[{"loc":["header","stripe-signature"],"msg":"Field required"}]}')],
  ['app-422', http(422, '{"detail":[]}')],
  [
    'app-401-403',
    http(401),
    http(403),
    http(403, 'Access denied'),
    http(403, 'Authentication Required'),
    http(401, '', { 'www-authenticate': 'Bearer' }, { unlikeControl: true })
  ],
  [
    'php-fpm-no-script',
    http(404, 'File not found.\n', { server: 'nginx/1.24.0' }),
    http(404, 'No input file specified.\n')
  ],
  ['app-404', http(404, '{"detail":"Not Found"}'), http(404), http(410)],
  ['app-405', http(405), http(501, "Unsupported method ('POST')"), http(501, 'POST is not implemented')],
  ['app-415', http(415)],
  ['app-500-signature', http(500, 'SignatureVerificationError: no signature')],
  ['django-append-slash', http(500, 'the URL doesn&#x27;t end in a slash and you have APPEND_SLASH set')],
  ['proxy-500', http(500, page('500 Internal Server Error'))],
  ['app-503', http(503), http(503, '{"error":"maintenance"}')],
  ['app-5xx', http(500), http(501), http(501, 'Not Implemented'), http(507)],
  ['woocommerce-204', http(204, '', {}, { url: `${url}?wc-api=wc_stripe` })],
  ['spa-200-html', http(200, '\n<!doctype html><div id="root">', { 'content-type': 'text/html; charset=utf-8' })],
  [
    'app-2xx-error-text',
    ...['Missing signature', 'Unable to extract timestamp', 'invalid', '{"error":1}'].map(text => http(200, text))
  ],
  [
    'unsigned-accepted',
    http(200, 'ok'),
    http(204),
    http(200, 'ok', { 'content-type': 'text/html' }),
    http(200, '', { server: 'Caddy' }, { unlikeControl: true })
  ],
  [
    'app-unexpected',
    http(418),
    http(400, 'no'),
    http(400, '<h1>Bad Request (400)</h1>', {}, { unlikeControl: true }),
    http(400, '400 Bad Request', {}, { unlikeControl: true })
  ],
  ['flapping', at('rounds')()]
]

describe.each(rows.map(([id, ...seen]) => [id, seen] as const))('%s', (id, seen) => {
  test.each(seen.map(one => [JSON.stringify(one), one] as const))('%s', (_, one) => {
    expect(causeOf(one)?.id).toBe(id)
  })
})

test('no row stands behind others that take all it is for', () => {
  expect(causes.map(({ id }) => id).filter(id => !rows.some(([shown]) => shown === id))).toEqual([])
})

test('what is nothing to speak of has no row', () => {
  expect(causeOf({ phase: 'url', url })).toBeNull()
  expect(causeOf({ phase: 'address' })).toBeNull()
})
