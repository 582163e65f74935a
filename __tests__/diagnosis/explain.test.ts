import { expect, test } from 'vitest'
import { causeOf, diagnosisOf, explain, shown } from '../../src/diagnosis/explain.ts'
import { fill } from '../../src/diagnosis/index.ts'
import { completed, type Observation } from '../../src/diagnosis/observation.ts'
import { codeWords } from '../../src/diagnosis/words.ts'

const words = {
  host: 'shop.example.com',
  port: '443',
  path: '/hook',
  expect: '400',
  healthUrl: 'https://shop.example.com/health'
}
const address = '198.51.100.10'
const url = 'https://shop.example.com/hook'
const http = (status: number, headers: Record<string, string> = {}, body = ''): Observation => ({
  phase: 'http',
  probe: 'unsigned',
  address,
  url,
  status,
  headers,
  body,
  expected: false
})

test.each<[Observation, string]>([
  [
    { phase: 'tcp', family: 4, code: 'ECONNREFUSED', address, port: 8443 },
    `${address} refuses the connection on port 8443.`
  ],
  [{ phase: 'tcp', family: 4, code: 'ECONNREFUSED', address }, `${address} refuses the connection on port 443.`],
  [{ phase: 'tcp', family: 4, code: 'EMFILE', address, port: 1 }, `Connecting to ${address} port 1 fails with EMFILE.`],
  [
    { phase: 'tcp80', code: 'ETIMEDOUT', address },
    `Port 443 of ${address} is open, port 80 is not (no answer in time).`
  ],
  [
    { phase: 'tls', code: 'CERT_HAS_EXPIRED', address, detail: ' (on 2026-01-01)' },
    `The certificate of ${address} has expired (on 2026-01-01).`
  ],
  [{ phase: 'tls', code: 'CERT_HAS_EXPIRED', address }, `The certificate of ${address} has expired.`],
  [http(404, { server: 'nginx' }, 'no'), 'The app behind nginx answers 404: it has no route /hook.'],
  [http(418), 'The app answers 418 to an unsigned event instead of 400.'],
  [http(301, { location: '/there?key=1' }), 'The request is redirected (301 to https://shop.example.com/there).'],
  [http(301, { location: 'ftp://a/b' }), 'The request is redirected (301 to ftp://a/b).'],
  [
    http(301, { location: 'https://www.shop.example.com/hook' }),
    'The request is redirected to another host (301 to https://www.shop.example.com/hook).'
  ],
  [
    { phase: 'http', probe: 'health', status: 302, expected: false, url },
    'https://shop.example.com/health is redirected (302 to nowhere).'
  ]
])('%j', (observation, says) => {
  expect(explain(observation, words)?.says).toBe(says)
})

test('a downgrade names the secure URL, a challenge its ray', () => {
  expect(explain(http(307, { location: 'http://shop.example.com/hook/' }), words)?.fix).toMatch(
    'register https://shop.example.com/hook/ at'
  )
  expect(explain(http(403, { 'cf-mitigated': 'challenge', 'cf-ray': '8f0-FRA' }), words)?.fix).toMatch(
    'the request (Ray ID 8f0-FRA).'
  )
  expect(explain(http(403, { 'cf-mitigated': 'challenge' }), words)?.fix).toMatch('the request.')
})

test.each([
  ['nginx', 'proxy_pass'],
  ['Caddy', 'reverse_proxy'],
  ['Apache/2.4.58', 'ProxyPass']
])('the fix of a 502 of %s speaks of its %s', (server, directive) => {
  expect(explain(http(502, { server }), words)?.fix).toMatch(`Compare the port in \`${directive}\` with`)
})

test('a fix asks for the status that was expected, and for no record that an address cannot be in', () => {
  expect(explain(http(418), { ...words, expect: '401 or 403' })?.fix).toMatch('else let it answer 401 or 403.')
  const local = explain({ phase: 'address', private: true, address: 'fd00::1' }, words)
  expect(local?.fix).toMatch('Delete the AAAA record of shop.example.com that holds fd00::1')
})

test('a row says more than its diagnosis, where it does', () => {
  const literal = explain({ phase: 'address', private: true, literal: true, address }, words)
  const resolved = explain({ phase: 'address', private: true, address }, words)
  expect([literal?.code, resolved?.code]).toEqual(['dns-private-address', 'dns-private-address'])
  expect([literal?.waitingHelps, resolved?.waitingHelps]).toEqual([false, true])
  expect(literal?.fix).not.toBe(resolved?.fix)
  expect(resolved).toMatchObject({ cause: 'dns-private-address', hop: 'dns', level: 'error', address })
  expect(resolved?.message.startsWith(`${resolved.says} `)).toBe(true)
  expect(explain({ phase: 'url', url: 'http://x/' }, words)?.address).toBeNull()
})

test('all is well where a row says so, or none applies', () => {
  expect(explain({ ...http(400), expected: true }, words)).toBeNull()
  expect(explain({ phase: 'url', url }, words)).toBeNull()
})

test('a code that nobody knows is a mistake of ours', () => {
  expect(() => diagnosisOf('no-such-code')).toThrow('no diagnosis has the code no-such-code')
  expect(diagnosisOf('dns-nxdomain').rank).toBeLessThan(diagnosisOf('tcp-refused').rank)
})

test('what may be secret in a URL is not shown', () => {
  expect(shown(new URL('https://user:pw@shop.example.com:8443/a/b?key=1#x'))).toBe('https://shop.example.com:8443/a/b')
})

test.each([
  ['PHASE_TIMEOUT', 'no answer in time'],
  ['ETIMEDOUT', 'no answer in time'],
  ['ECONNREFUSED', 'connection refused'],
  ['ECONNRESET', 'connection reset'],
  ['EHOSTUNREACH', 'host unreachable'],
  ['ENETUNREACH', 'no route'],
  ['ENOTFOUND', 'no such name'],
  ['ENODATA', 'no address'],
  ['UND_ERR_SOCKET', 'connection closed'],
  ['EMFILE', 'EMFILE']
])('%s is called %s', (code, words) => {
  expect(codeWords(code)).toBe(words)
})

test('words of a server are cut, and no control character gets through', () => {
  expect(fill('{detail}!', { detail: 'a\u0000\u001b[31m\r\nb\u0085c' })).toBe('a [31m b c!')
  expect(fill('{detail}!', { detail: 'x'.repeat(1000) })).toBe(`${'x'.repeat(300)}!`)
  expect(fill('{nope} {not a place}', {})).toBe(' {not a place}')
  expect(fill("docker inspect -f '{{println .}}{{end}}'", {})).toBe("docker inspect -f '{{println .}}{{end}}'")
})

test('a redirect leads where the URL says', () => {
  const redirect = (location: string, from = url) =>
    completed({ phase: 'http', status: 301, headers: { location }, url: from }).redirect
  expect(redirect(url, 'http://shop.example.com/hook')).toBe('scheme-up')
  expect(redirect('https://other.example.com/x', 'http://shop.example.com/hook')).toBeUndefined()
  expect(redirect('https://www.shop.example.com/hook', 'http://shop.example.com/hook')).toBe('host')
  expect(redirect('http://elsewhere.example.com/')).toBe('scheme-down')
  expect(redirect('http://shop.example.com/hook', 'http://shop.example.com/hook/')).toBe('slash')
  expect(redirect('/hook/')).toBe('slash')
  expect(redirect(url)).toBe('itself')
  expect(redirect('')).toBe('itself')
  expect(redirect('/other')).toBeUndefined()
  expect(redirect('https://[')).toBeUndefined()
  expect(redirect('mailto:a@b')).toBeUndefined()
})

test('only the beginning of a page tells who made it, and blanks are nothing', () => {
  const seen = (body: string) => completed({ phase: 'http', status: 200, headers: {}, body })
  expect(seen(`${'x'.repeat(16 * 1024)}Sucuri WebSite Firewall`).by).toBe('the app')
  expect(seen('Sucuri WebSite Firewall').by).toBe('Sucuri')
  expect([seen(' \n').bodyEmpty, seen('x').bodyEmpty]).toEqual([true, false])
  const cut: Observation = { phase: 'body', status: 200, code: 'ECONNRESET' }
  expect(completed(cut)).toBe(cut)
  expect(causeOf(cut)?.id).toBe('http-truncated')
})
