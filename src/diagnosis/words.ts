/** What the texts of the table are filled with; a value that is missing leaves an empty place. */
export type Words = Readonly<Record<string, string>>

/** What people call a failure that Node has a code for. */
const plainWords: Readonly<Record<string, string>> = {
  PHASE_TIMEOUT: 'no answer in time',
  ETIMEDOUT: 'no answer in time',
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection reset',
  EHOSTUNREACH: 'host unreachable',
  ENETUNREACH: 'no route',
  ENOTFOUND: 'no such name',
  ENODATA: 'no address',
  UND_ERR_SOCKET: 'connection closed'
}

export const codeWords = (code: string): string => plainWords[code] ?? code

/** Longer quotes of a server say no more. */
const maxWord = 300

/** Puts the words into `{places}`; `{{end}}` is none, but a template of Docker's. Text of a server stays text: it is cut, and its control characters are taken out. */
export const fill = (text: string, words: Words): string =>
  text.replace(/(?<!\{)\{([a-zA-Z]+)\}(?!\})/g, (_, name: string) => printable(words[name] ?? '').slice(0, maxWord))

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const printable = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ')

/** For pages that speak of no server in particular. */
export const exampleWords: Words = {
  host: 'your-domain.com',
  port: '443',
  path: '/webhooks/stripe',
  folder: '/webhooks/',
  url: 'http://your-domain.com/webhooks/stripe',
  address: '198.51.100.10',
  who: 'nginx',
  named: ' (nginx)',
  log: 'sudo tail /var/log/nginx/error.log',
  forwards: 'proxy_pass',
  status: '403',
  expect: '400',
  healthExpect: '200',
  target: 'https://www.your-domain.com/webhooks/stripe',
  secureTarget: 'https://your-domain.com/webhooks/stripe/',
  healthUrl: 'https://your-domain.com/health',
  code: 'connection refused',
  detail: '…',
  ray: '',
  secretHint:
    "Copy the secret from the endpoint's page at the provider, give the app and `signing-secret` the same one, without a blank or line break at its end, and restart the app."
}
