import { gzipSync } from 'node:zlib'
import { broken, type Expected, type Scenario } from '../scenario.ts'
import { type Answer, raw } from '../servers/raw.ts'

const utf8 = (text: string): string => Buffer.from(text).toString('base64')

/** A server that says this to everything, with headers that would act if they were printed as they are. */
const talks = (
  name: string,
  base64: string,
  status: number,
  expected: Expected,
  headers: Answer['headers'] = {}
): Scenario => ({
  name: `hostile: ${name}`,
  services: [
    raw('answer', {
      answers: {
        '*': {
          status,
          reason: '::error::injected by reason',
          base64: true,
          body: base64,
          headers: {
            'Content-Type': 'text/plain',
            Server: '##[error]injected <b>*nginx*</b>',
            Location: '::error::injected',
            ...headers
          }
        }
      }
    })
  ],
  expected
})

const failing: Expected = { verdict: 'fail', diagnosis: ['app-error', 'not-an-endpoint'], brokenHop: 'app' }

/** Servers that attack whoever looks at them. */
export const hostileScenarios: readonly Scenario[] = [
  talks(
    'workflow commands',
    utf8('::error::injected\n  ::set-output name=verdict::pass\n::stop-commands::x\n##[error]injected'),
    500,
    failing
  ),
  talks('carriage returns', utf8('a\r::error::injected\r\n::add-path::/tmp\u2028::error::injected'), 500, failing),
  talks(
    'Markdown',
    utf8('# big\n| a | b |\n|---|---|\n```\n[x](https://example.org) ![y](https://example.org/z.png) @everyone'),
    500,
    failing
  ),
  talks(
    'HTML',
    utf8('<script>alert(1)</script><img src=x onerror=alert(1)><details open></td></table><a href=x>x</a>'),
    500,
    failing
  ),
  talks(
    'escapes in a header',
    utf8('no'),
    500,
    { verdict: 'fail', diagnosis: ['malformed-response', 'app-error'], brokenHop: ['http', 'app'] },
    { 'X-Powered-By': '\u001b[31mred\u0007' }
  ),
  talks('backticks around HTML', utf8('` <script>x</script> `` <img src=x> ``` <script>y</script>'), 500, failing),
  talks('terminal escapes', utf8('\u001b[2J\u001b]0;owned\u0007\u001b[31mred\u009b31m\u0000\b\b'), 500, failing),
  talks('bidi controls', utf8('\u202eegassem desrever\u202c \u2066isolated\u2069 \u200b\ufeff'), 500, failing),
  talks(
    'invalid UTF-8',
    Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0xed, 0xa0, 0x80, 0x00]).toString('base64'),
    500,
    failing
  ),
  talks('a redirect that is a command', utf8(''), 302, broken('http', ['redirected', 'malformed-response'])),
  talks(
    'compressed bomb',
    gzipSync(Buffer.alloc(64 * 1024 * 1024)).toString('base64'),
    400,
    { verdict: 'fail', diagnosis: ['not-an-endpoint', 'body-too-large'], brokenHop: ['app', 'http'], memory: 150 },
    { 'Content-Encoding': 'gzip' }
  ),
  talks('commands in an answer of 200', utf8('::error::injected\n##[add-mask]x'), 200, {
    verdict: 'fail',
    diagnosis: ['unsigned-accepted', 'not-an-endpoint'],
    brokenHop: 'app'
  })
]
