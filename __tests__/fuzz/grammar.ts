import fc from 'fast-check'

/** Alternatives by name. `<name>` (lower case) stands for one of them, `<name@4>` for one whose further lines are indented by 4. */
export type Rules = Readonly<Record<string, readonly string[]>>

/** No input that a grammar makes grows beyond about this. */
const longest = 6_000

/**
 * Texts of a context-free grammar, from its rule `start`. What to choose is drawn as a list of numbers, so that a text
 * shrinks with it; where the list ends, the first alternative is taken, which therefore must not name itself.
 */
export function grammar(rules: Rules): fc.Arbitrary<string> {
  return fc.array(fc.nat(0xffff), { minLength: 10, maxLength: 300, size: 'max' }).map(choices => {
    const state = { choices, next: 0, length: 0 }
    return expand('start', rules, state, 0)
  })
}

interface State {
  readonly choices: readonly number[]
  next: number
  length: number
}

function expand(name: string, rules: Rules, state: State, depth: number): string {
  const alternatives = rules[name] ?? ['']
  const over = state.length > longest || depth > 40
  const choice = over ? 0 : (state.choices[state.next++] ?? 0)
  const chosen = alternatives[choice % alternatives.length] ?? ''
  state.length += chosen.length
  return chosen.replace(/<([a-z]\w*)(?:@(\d+))?>/g, (tag, inner: string, indent?: string) => {
    // `<title>` is HTML.
    if (rules[inner] === undefined) return tag
    const text = expand(inner, rules, state, depth + 1)
    return indent === undefined ? text : text.replaceAll('\n', `\n${' '.repeat(Number(indent))}`)
  })
}

/** Rules that most formats share. */
export const common: Rules = {
  port: ['8000', '80', '443', '0', '3000', '65535', '65536', '08000', '8000-8002', ''],
  host: ['127.0.0.1', 'localhost', '0.0.0.0', '[::1]', 'app', 'example.com', '10.0.0.5', '[::]', '198.51.100.10', '*'],
  upstream: ['<host>:<port>', '<host>', 'unix:/run/app.sock', 'host.docker.internal:<port>', ':<port>'],
  domain: ['example.com', 'www.example.com', '*.example.com', '_', 'exämple.com', 'localhost', ''],
  path: ['/', '/webhooks/stripe', '/webhooks', '/webhooks/', '/api', '/a b', '//', '/%2e', '/webhooks/stripe/'],
  pattern: ['^/webhooks/.*$', '^/(.*)$', '(a+)+$', '\\.php$', '[', '^/webhooks/stripe$', '.*', '(?i)/x', '^~'],
  status: ['301', '302', '404', '403', '200', '444', '500', '99', '999', '']
}
