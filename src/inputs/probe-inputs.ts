import { providerIds } from '../providers/index.ts'
import { parseExpectedBody } from './expected-body.ts'
import { parseHealthUrl } from './health-url.ts'
import { BadValue, defineInput } from './input-spec.ts'
import {
  anyText,
  distinct,
  eachLine,
  eachWord,
  httpUrl,
  oneOf,
  optional,
  type Parser,
  port,
  status,
  wholeNumber
} from './parsers.ts'
import { listed } from './quote.ts'
import { parseNamedAddresses } from './resolve.ts'

const statuses = distinct(eachWord(status))

/** An API key where the signing secret belongs is the commonest mix-up: it never verifies anything. */
const signingSecret: Parser<string> = text => {
  if (/[\s\p{Cc}]/u.test(text) || /^(sk|rk|pk)_/.test(text)) throw new BadValue(text)
  return text
}

const statusList = 'HTTP statuses from 200 to 599, separated by commas'

/** What is probed, and what counts as healthy. */
export const probeInputs = [
  defineInput({
    name: 'webhook-url',
    default: '',
    description:
      'The webhook URL to probe, as registered with the provider; several one a line, each judged by itself.',
    takes: 'http:// or https:// URLs, one a line',
    lines: true,
    parse: distinct(eachLine(httpUrl, 50))
  }),
  defineInput({
    name: 'provider',
    default: 'stripe',
    description: `Who sends the webhooks: ${listed(providerIds.map(id => `\`${id}\``))}.`,
    takes: listed(providerIds, 'or'),
    parse: oneOf(...providerIds)
  }),
  defineInput({
    name: 'expect-status',
    default: '',
    description:
      "Status that the unsigned POST must get; `400,401` is any of them. Without it, what the provider's handlers answer: 400 for stripe.",
    takes: statusList,
    parse: optional(statuses)
  }),
  defineInput({
    name: 'expect-body',
    default: '',
    description: 'Text that the answer to the unsigned POST must hold; `/signature/i` is a regular expression.',
    takes: 'text, or a regular expression as /…/ with the flags i, m, s, u or v',
    parse: optional(parseExpectedBody)
  }),
  defineInput({
    name: 'health-url',
    default: '/health',
    description: "Where the app says it is well: a path on the webhook's origin, a whole URL, or `none`.",
    takes: 'a path that starts with one /, a whole http:// or https:// URL, or none',
    parse: parseHealthUrl
  }),
  defineInput({
    name: 'expect-health-status',
    default: '200',
    description: 'Status that the health URL must answer; a list is any of them.',
    takes: statusList,
    parse: statuses
  }),
  defineInput({
    name: 'expect-version',
    default: '',
    description:
      "Text that the health URL's answer must hold, such as the commit's SHA: an old release still answering is a failure.",
    takes: 'text',
    parse: optional(anyText)
  }),
  defineInput({
    name: 'wait',
    default: '60',
    description: 'Seconds to go on trying until all passes; `0` is one try.',
    takes: 'a whole number of seconds from 0 to 3600',
    parse: wholeNumber(0, 3600)
  }),
  defineInput({
    name: 'stable',
    default: '1',
    description: 'Passing rounds in a row that make a pass.',
    takes: 'a whole number of rounds from 1 to 100',
    parse: wholeNumber(1, 100)
  }),
  defineInput({
    name: 'timeout',
    default: '10',
    description: 'Seconds for one request, from connecting to the last byte.',
    takes: 'a whole number of seconds from 1 to 300',
    parse: wholeNumber(1, 300)
  }),
  defineInput({
    name: 'direct-ports',
    default: 'auto',
    description:
      'Ports that must not answer from outside, since a proxy stands before them. `auto`: those that linting found; `none`; or a list.',
    takes: 'auto, none, or ports from 1 to 65535 separated by commas',
    parse: text => (text === 'auto' ? text : text === 'none' ? [] : distinct(eachWord(port))(text))
  }),
  defineInput({
    name: 'resolve',
    default: '',
    description:
      "Addresses to connect to instead of asking the DNS, one `host:port:address` a line, as curl's `--resolve`.",
    takes: 'one host:port:address a line, such as hooks.example.com:443:198.51.100.10',
    lines: true,
    parse: text => eachLine(parseNamedAddresses)(text).flat()
  }),
  defineInput({
    name: 'signing-secret',
    default: '',
    description:
      'The signing secret of the endpoint. With it the probe also sends a signed event of a made-up type, a tampered one and an old one.',
    takes: "the endpoint's signing secret, one word, not an API key",
    secret: true,
    parse: optional(signingSecret)
  })
] as const
