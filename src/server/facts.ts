import { count, flag, list, object, oneOf, orNull, text, Unfit } from './json-shape.ts'

const port = object({ container: text(), address: text(), port: count })
const socket = object({ address: text(), port: count })

const container = object({
  name: text(),
  /** The one that the look is about. */
  app: flag,
  role: oneOf('app', 'data-store', 'proxy'),
  image: text(),
  status: text(),
  restarts: count,
  exitCode: count,
  health: text(),
  network: text(),
  /** Names of its networks, separated by blanks. */
  networks: text(),
  ports: list(port, 40),
  /** What listens inside; null where that could not be read. */
  listening: orNull(list(socket, 250))
})

const proxy = object({
  name: text(),
  running: flag,
  config: oneOf('valid', 'invalid', 'unknown'),
  why: text()
})

const route = object({
  proxy: text(),
  port: count,
  /** True where the site has the domain as its name; else it only answers in its place. */
  named: flag,
  kind: oneOf('forward', 'return', 'files', 'none'),
  target: text(),
  names: text(),
  location: text(),
  certificate: text()
})

const certificate = object({
  from: oneOf('served', 'file'),
  state: oneOf('valid', 'expires-soon', 'expired'),
  covers: flag,
  selfSigned: flag,
  ends: text(),
  names: text(),
  issuer: text()
})

const facts = object({
  schema: (value, at) => {
    if (value !== 1) throw new Unfit(`${at} is not 1: the script is of another version`)
    return 1 as const
  },
  /** The code that the script itself names to a person; empty where it found nothing. */
  cause: text(),
  asked: object({ domain: text(), path: text(), container: text(), port: count }),
  access: object({ root: flag, sudo: flag, engine: text(), engineDown: flag }),
  /** True where the minute was over before everything was looked at. */
  late: flag,
  appPort: count,
  listenersKnown: flag,
  containersKnown: flag,
  containers: list(container, 40),
  /** On ports 80, 443 and the app's alone. */
  listeners: list(object({ port: count, address: text(), process: text() })),
  proxies: list(proxy, 20),
  routes: list(route, 20),
  requests: list(object({ to: oneOf('app', 'proxy', 'plain'), url: text(), status: count, error: text() })),
  certificates: list(certificate, 10),
  certificate: oneOf('valid', 'expires-soon', 'expired', 'none', 'unknown'),
  renewal: text(),
  firewalls: list(object({ tool: text(), verdict: oneOf('allowed', 'blocked', 'unknown'), detail: text() })),
  dns: object({ via: text(), addresses: list(text(), 60), own: list(text(), 60) }),
  logs: list(object({ source: text(), seen: count, time: text(), status: count, last: text() }), 10),
  checks: list(object({ id: text(), status: oneOf('pass', 'fail', 'warn', 'skip'), detail: text() }))
})

/** What `diagnose_webhook_networking.sh --json` saw. Everything in it is foreign text. */
export type ServerFacts = ReturnType<typeof facts>
export type ContainerFacts = ReturnType<typeof container>

const longest = 256 * 1024

/** The facts in what the server printed, whatever its login shell printed besides; or why there are none. */
export function readFacts(output: string): { readonly facts: ServerFacts } | { readonly unread: string } {
  const line = output
    .split('\n')
    .findLast(each => each.startsWith('{"schema":'))
    ?.trimEnd()
  if (line === undefined) return { unread: 'the answer holds no facts' }
  if (line.length > longest) return { unread: `the answer is longer than ${longest} characters` }
  try {
    return { facts: facts(JSON.parse(line), 'facts') }
  } catch (error) {
    if (error instanceof Unfit) return { unread: error.message }
    if (error instanceof SyntaxError) return { unread: 'the answer is no JSON, or was cut short' }
    throw error
  }
}
