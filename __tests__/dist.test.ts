import { isAscii } from 'node:buffer'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { inputSpecs } from '../src/inputs/index.ts'
import { commandLine, entry, node, program, type Step, step } from './bundle.ts'
import { checkout } from './checkout.ts'
import { fences } from './repository.ts'

const incident = 'examples/incident'
const workflow = '.github/workflows/ci-cd.yml'

/** The incident by itself, with further files. */
function incidentWith(files: Readonly<Record<string, string>>): string {
  const root = checkout({})
  cpSync(incident, root, { recursive: true })
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

const nginx = (port: number): string =>
  `server {\n  listen 443 ssl;\n  server_name your-domain.com;\n  location / {\n    proxy_pass http://127.0.0.1:${port};\n  }\n}\n`

/** The runner takes masked values out of the log and of the summary. */
const masked = (run: Step, text: string): string =>
  named(run, 'add-mask').reduce((shown, { message }) => shown.replaceAll(message, '***'), text)

const named = ({ commands }: Pick<Step, 'commands'>, name: string) => commands.filter(command => command.name === name)

/** `##[name]` works anywhere in a line that is no `::` command (actions/runner, ActionCommand.cs). */
const legacyCommands = (log: string): readonly string[] =>
  log.split('\n').filter(line => !/^\s*::/.test(line) && line.includes('##['))

/** Every kind of command that a step of ours sends. */
const ours = ['error', 'warning', 'notice', 'save-state', 'add-mask', 'debug']

test('the README shows what the bundle says of the example', async () => {
  const { code, stdout, stderr } = await commandLine('lint', incident)
  expect(code).toBe(1)
  expect(stderr).toBe('')
  expect(fences('README.md', 'text')).toContain(stdout.trimEnd())
})

test('the mended example passes, and its proxy is known', async () => {
  const { code, stdout } = await commandLine('lint', 'examples/healthy', '--format', 'json')
  expect(code).toBe(0)
  const { verdict, lint } = JSON.parse(stdout)
  expect(verdict).toBe('pass')
  expect(lint.findings).toEqual([])
  expect(lint.publications).toMatchObject([
    { hostAddress: '127.0.0.1', hostPort: 8000, proxiedBy: { file: 'deploy/nginx.conf' } }
  ])
})

describe('lint as the runner runs it', () => {
  test('the incident: the annotation at the mapping, the outputs, the summary, exit 1', async () => {
    const run = await step(incidentWith({}))
    expect(run.code).toBe(1)
    const [found, final, ...others] = named(run, 'error')
    expect(others).toEqual([])
    expect(found?.properties).toEqual({
      title: 'loopback-without-proxy',
      file: workflow,
      line: '33',
      endLine: '33',
      col: '18',
      endColumn: '37'
    })
    expect(found?.message).toContain('only the server itself reaches port 8000')
    expect(final?.properties).toEqual({})
    expect(run.outputs).toMatchObject({ verdict: 'fail', diagnosis: '', 'broken-hop': 'none', 'webhook-status': '' })
    const [finding] = JSON.parse(run.outputs['findings'] ?? '')
    expect(finding).toMatchObject({
      rule: 'loopback-without-proxy',
      file: workflow,
      line: 33,
      column: 18,
      endColumn: 37
    })
    expect(run.summary).toContain('loopback-without-proxy')
    expect(run.summary).toContain(
      `https://github.com/acme/shop/blob/0123456789abcdef0123456789abcdef01234567/${workflow}#L33`
    )
    expect(run.outputs['report']).toMatch(/report\.json$/)
  })

  test('a proxy that forwards there: it passes without an error', async () => {
    const run = await step(incidentWith({ 'deploy/nginx.conf': nginx(8000) }))
    expect(run.code).toBe(0)
    expect(named(run, 'error')).toEqual([])
    expect(run.outputs).toMatchObject({ verdict: 'pass', findings: '[]', warnings: '[]' })
  })

  test('a proxy declared by the input passes too', async () => {
    expect((await step(incidentWith({}), { proxy: 'nginx' })).outputs['verdict']).toBe('pass')
  })

  test('a proxy that forwards elsewhere is named with its line', async () => {
    const run = await step(incidentWith({ 'deploy/nginx.conf': nginx(8080) }))
    expect(named(run, 'error')[0]?.properties).toMatchObject({ title: 'proxy-port-mismatch', line: '33', col: '18' })
    expect(named(run, 'error')[0]?.message).toContain('deploy/nginx.conf:5')
  })

  test('fail-on never: the finding stays, the step passes', async () => {
    const run = await step(incidentWith({}), { 'fail-on': 'never' })
    expect(run.code).toBe(0)
    expect(named(run, 'error')).toHaveLength(1)
    expect(run.outputs['verdict']).not.toBe('fail')
  })

  test('an empty checkout is nothing to lint, and no clean pass without a word', async () => {
    const run = await step(checkout({}))
    expect(run.code).toBe(0)
    expect(`${run.stdout}${run.summary}`).toContain('Nothing to lint')
  })

  test('what is given for a probe is not passed over in silence where the URL is empty', async () => {
    const given = { 'signing-secret': 'whsec_a_secret', 'expect-version': 'v2' }
    const run = await step(checkout({}), { ...given, 'webhook-url': '' })
    expect(named(run, 'notice').map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^`signing-secret` and `expect-version` are given and `webhook-url` is empty, so nothing/)
    )
    expect(named(await step(checkout({}), { ...given, mode: 'lint' }), 'notice')).toHaveLength(1)
  })

  test('a SARIF file is written where it was asked for, inside the checkout', async () => {
    const root = incidentWith({})
    await step(root, { sarif: 'out/reach.sarif' })
    const sarif = JSON.parse(readFileSync(join(root, 'out/reach.sarif'), 'utf8'))
    expect(sarif.runs[0].results[0]).toMatchObject({ ruleId: 'loopback-without-proxy', level: 'error' })
  })

  test('more findings than the platform shows: nine, the final one, and a count of the rest', async () => {
    const lines = Array.from(
      { length: 14 },
      (_, at) => `            docker run -d -p 127.0.0.1:${8000 + at}:80 ghcr.io/acme/app-${at}`
    )
    const text = `on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: appleboy/ssh-action@v1\n        with:\n          script: |\n${lines.join('\n')}\n`
    const run = await step(checkout({ [workflow]: text }))
    const errors = named(run, 'error')
    expect(errors).toHaveLength(10)
    expect(errors.slice(0, 9).map(({ properties }) => properties['line'])).toEqual([
      '9',
      '10',
      '11',
      '12',
      '13',
      '14',
      '15',
      '16',
      '17'
    ])
    expect(errors[9]?.message).toContain('5 more errors')
    expect(run.summary).toContain('5 errors')
    expect(JSON.parse(run.outputs['findings'] ?? '[]')).toHaveLength(14)
  })
})

describe('what is missing on the runner', () => {
  test.each([
    ['no GITHUB_OUTPUT', { GITHUB_OUTPUT: undefined }],
    ['no GITHUB_STEP_SUMMARY', { GITHUB_STEP_SUMMARY: undefined }],
    ['no GITHUB_STATE', { GITHUB_STATE: undefined }],
    ['no RUNNER_TEMP', { RUNNER_TEMP: undefined }],
    ['an output file that cannot be written', { GITHUB_OUTPUT: '/proc/no-such-file' }],
    ['a summary that is a folder', { GITHUB_STEP_SUMMARY: '/proc' }],
    ['a temporary folder that cannot be written', { RUNNER_TEMP: '/dev/null/no-such-folder' }]
  ])('%s: the finding is told all the same', async (_, env) => {
    const temp = mkdtempSync(join(tmpdir(), 'temporary-'))
    onTestFinished(() => rmSync(temp, { recursive: true, force: true }))
    const run = await step(incidentWith({}), {}, { TMPDIR: temp, ...env })
    expect(run.code).toBe(1)
    expect(named(run, 'error').map(({ properties }) => properties['title'])).toContain('loopback-without-proxy')
    expect(run.stdout + run.stderr).not.toMatch(stackTrace)
  })

  test('no checkout at all is nothing to lint', async () => {
    const run = await step(checkout({}), {}, { GITHUB_WORKSPACE: '/proc/no-such-folder' })
    expect(run.code).toBe(0)
    expect(run.stdout + run.stderr).not.toMatch(stackTrace)
  })
})

/** A port that was free a moment ago, on which nothing listens. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise(settle => server.once('listening', settle))
  const { port } = server.address() as AddressInfo
  await new Promise(settle => server.close(settle))
  return port
}

/** A server on loopback that answers every request alike, gone after the test. */
async function serve(answer: (response: ServerResponse) => void): Promise<string> {
  const server = createServer((_, response) => answer(response)).listen(0, '127.0.0.1')
  onTestFinished(() => new Promise(settle => server.close(() => settle())))
  await new Promise(settle => server.once('listening', settle))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const stackTrace = /\n\s+at \S+ \(|node:internal|file:\/\/\//

/** A value of each input that it does not take. */
const badValues: Readonly<Record<string, string>> = {
  mode: 'lint probe',
  paths: '../outside',
  proxy: 'ngnix',
  rules: 'no-such-rule: off',
  'webhook-url': 'your-domain.com/webhooks',
  provider: 'paypal',
  'expect-status': '4xx',
  'expect-body': '/(/',
  'health-url': 'health',
  'expect-health-status': 'ok',
  wait: 'soon',
  stable: '0',
  timeout: '0',
  'direct-ports': 'all',
  resolve: 'your-domain.com:443',
  'signing-secret': 'rk_live_abcdefgh',
  'stripe-api-key': 'whsec_abcdefgh',
  'stripe-events': 'payments!',
  'stripe-api-base': 'api.stripe.com',
  ssh: '-oProxyCommand=x@host',
  'ssh-key': 'ssh-ed25519 AAAA',
  'ssh-known-hosts': 'your-domain.com',
  diagnose: 'yes',
  container: 'a;b',
  'fix-dir': 'a\u0007b',
  comment: 'true',
  sarif: 'a\u0007b',
  'fail-on': 'warn'
}
/** Inputs that take any text. */
const anyText = ['expect-version', 'github-token']

describe('bad inputs', () => {
  const names = inputSpecs.map(({ name }) => name).filter(name => !anyText.includes(name))

  test.each(names)('%s: one error that names it, no stack trace, exit 1; exit 2 on the command line', async name => {
    const value = badValues[name] ?? ''
    const run = await step(incidentWith({}), { [name]: value })
    expect(run.code).toBe(1)
    const [error, ...others] = named(run, 'error')
    expect(others).toEqual([])
    expect(error?.message).toMatch(new RegExp(`^${name}: got .+, takes .+`))
    expect(run.stdout + run.stderr).not.toMatch(stackTrace)
    expect(run.outputs).toEqual({ verdict: 'fail' })
    expect(run.summary).toBe('')

    const typed = await commandLine('lint', incident, `--${name}=${value}`)
    expect(typed.code).toBe(2)
    expect(typed.stdout).toBe('')
    expect(typed.stderr.trim().split('\n')).toHaveLength(1)
    expect(typed.stderr).toMatch(new RegExp(`^${name}: got `))
  })

  test('a secret that is refused is masked and not quoted', async () => {
    const secrets = inputSpecs.filter(({ name, secret }) => secret && !anyText.includes(name))
    for (const { name } of secrets) {
      const run = await step(incidentWith({}), { [name]: badValues[name] ?? '' })
      expect(named(run, 'add-mask').map(({ message }) => message)).toContain(badValues[name])
      expect(named(run, 'error')[0]?.message).not.toContain(badValues[name])
    }
  })

  test('several at once are told at once, at most ten', async () => {
    const run = await step(incidentWith({}), { wait: 'soon', timeout: 'x', proxy: 'y', 'fail-on': 'z' })
    expect(named(run, 'error').map(({ message }) => message.split(':')[0])).toEqual([
      'proxy',
      'wait',
      'timeout',
      'fail-on'
    ])
  })

  test.each([
    [[], 0, /webhook-reach-check \d/],
    [['--help'], 0, /--webhook-url/],
    [['--version'], 0, /^\d+\.\d+\.\d+\n$/],
    [['lnit'], 2, /^command: got "lnit"/],
    [['lint', '--colour', 'red'], 2, /colour/],
    [['lint', '/no-such-folder-here'], 2, /^DIR: got/],
    [['lint', incident, '--format', 'xml'], 2, /format/],
    [['probe'], 2, /webhook-url|URL/]
  ] as const)('%j on the command line exits %i', async (args, code, says) => {
    const ended = await commandLine(...args)
    expect([ended.code, ended.stdout + ended.stderr]).toEqual([code, expect.stringMatching(says)])
    expect(ended.stderr).not.toMatch(stackTrace)
  })
})

describe('hostile names', () => {
  const evil = '%0A::error::forged,line=1::%25 ##[error]forged'
  const workflowWith = (name: string): string =>
    `on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - name: |\n          ::error::forged\n          ##[add-mask]x\n        uses: appleboy/ssh-action@v1\n        with:\n          script: |\n            docker run -d --name '${name}' -p 127.0.0.1:8000:80 'ghcr.io/acme/##[error]forged:::error::forged'\n`

  test.each([
    [`.github/workflows/a,b:c%0Ad\n::error::forged##[error].yml`, 'app'],
    ['.github/workflows/ci.yml', evil],
    ['.github/workflows/ci.yml', '</td><script>@everyone|`']
  ])('%j with a container %j forges nothing', async (path, name) => {
    const run = await step(checkout({ [path]: workflowWith(name) }))
    expect(run.code).toBe(1)
    expect(run.commands.filter(({ name: command }) => !ours.includes(command))).toEqual([])
    expect(named(run, 'error')).toHaveLength(2)
    expect(legacyCommands(run.stdout)).toEqual([])
    const [{ file } = { file: '' }] = JSON.parse(run.outputs['findings'] ?? '[]')
    expect(file).toBe(path)
    expect(run.summary).not.toMatch(/<script>|<\/td>|[^\\`]@everyone/)
  })
})

describe('probe as the runner runs it', () => {
  test('nobody listens: the broken hop, its diagnosis, and the line that explains it', async () => {
    const port = await closedPort()
    const run = await step(incidentWith({}), {
      'webhook-url': `https://your-domain.com:${port}/webhooks/stripe`,
      resolve: `your-domain.com:${port}:127.0.0.1`,
      wait: '0'
    })
    expect(run.code).toBe(1)
    expect(run.outputs).toMatchObject({ verdict: 'fail', diagnosis: 'tcp-refused', 'broken-hop': 'tcp' })
    const refused = named(run, 'error').find(({ properties }) => properties['title'] === 'tcp-refused')
    expect(refused?.properties).toMatchObject({ file: workflow, line: '33' })
    expect(JSON.parse(run.outputs['warnings'] ?? '')).toContain('not-external')
    expect(run.summary).toContain('```mermaid')
    const [probe] = JSON.parse(readFileSync(run.outputs['report'] ?? '', 'utf8')).probe
    expect(probe).toMatchObject({ diagnosis: 'tcp-refused', suspect: { file: workflow, line: 33 } })
  })

  test('a server that answers in the clear: https is required, and its text forges nothing', async () => {
    const origin = await serve(response => response.writeHead(400).end('\n::error::forged\n##[error]x <script>'))
    const run = await step(checkout({}), {
      'webhook-url': `${origin}/webhooks/stripe`,
      mode: 'probe',
      wait: '0'
    })
    expect(run.code).toBe(1)
    expect(run.outputs['verdict']).toBe('fail')
    expect(run.commands.filter(({ name }) => !ours.includes(name))).toEqual([])
    expect(named(run, 'error').some(({ message }) => message === 'forged')).toBe(false)
    expect(legacyCommands(run.stdout)).toEqual([])
    expect(run.summary).not.toContain('<script>')
  })

  test('credentials in the URL are masked, and appear nowhere', async () => {
    const port = await closedPort()
    const run = await step(checkout({}), {
      'webhook-url': `https://hooker:pass-word-1@your-domain.com:${port}/webhooks/stripe?token=s3cr3t-t0ken`,
      resolve: `your-domain.com:${port}:127.0.0.1`,
      wait: '0'
    })
    const report = readFileSync(run.outputs['report'] ?? '', 'utf8')
    const outputs = Object.values(run.outputs).join('\n')
    const log = run.stdout.split('\n').filter(line => !line.startsWith('::add-mask::'))
    const shown = [masked(run, log.join('\n')), masked(run, run.summary), report, outputs].join('\n')
    expect(shown).toContain('your-domain.com')
    expect(shown).not.toContain('pass-word-1')
    expect(shown).not.toContain('s3cr3t-t0ken')
  })
})

describe('the bundle', () => {
  const files = readdirSync(dirname(entry)).filter(name => name.endsWith('.js'))

  test('holds no import that could not be resolved', () => {
    for (const name of files) expect(readFileSync(join(dirname(entry), name), 'utf8')).not.toContain('eval("require")')
  })

  test('is ASCII, and so needs no decoding', () => {
    const read = files.map(name => [name, readFileSync(join(dirname(entry), name))] as const)
    expect(read.filter(([, bytes]) => !isAscii(bytes)).map(([name]) => name)).toEqual([])
  })

  test.each(files.filter(name => name !== 'index.js'))('%s can be imported', async name => {
    const url = pathToFileURL(join(dirname(entry), name)).href
    const ended = await node(['--input-type=module', '-e', `await import(${JSON.stringify(url)})`], {}, process.cwd())
    expect(ended).toMatchObject({ code: 0, stderr: '' })
  })

  test('every chunk is loaded by some command, and runs', async () => {
    const folder = checkout({
      'event.json': JSON.stringify({ pull_request: { number: 7, head: { sha: 'a'.repeat(40) } } })
    })
    const hooks = `import { registerHooks } from 'node:module'
      import { appendFileSync } from 'node:fs'
      const load = (url, context, next) => { appendFileSync(${JSON.stringify(join(folder, 'loaded'))}, url + '\\n'); return next(url, context) }
      registerHooks({ load })`
    writeFileSync(join(folder, 'hooks.mjs'), hooks)
    const closed = `http://127.0.0.1:${await closedPort()}`
    const api = await serve(response =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end('{"object":"list","data":[],"has_more":false}')
    )
    const url = 'https://your-domain.com/webhooks/stripe'
    const stripe = ['--stripe-api-key', 'rk_test_abcdef', '--stripe-api-base', api]
    const lines: readonly (readonly string[])[] = [
      ['lint', incident],
      ['probe', `${closed}/webhooks/stripe`, '--wait', '0', '--ssh', 'local', ...stripe],
      ['stripe', url, '--fix', ...stripe],
      ['fix', incident, '--domain', 'your-domain.com', '--out', join(folder, 'out')]
    ]
    const path = { PATH: process.env['PATH'] ?? '' }
    const traced = (args: readonly string[], env: Readonly<Record<string, string>> = path) =>
      node(['--import', pathToFileURL(join(folder, 'hooks.mjs')).href, entry, ...args], env, process.cwd())
    for (const line of lines) expect((await traced(line)).stderr).not.toMatch(stackTrace)
    const pullRequest = {
      ...path,
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: incidentWith({ 'traefik.toml': '[entryPoints]\n' }),
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_EVENT_NAME: 'pull_request',
      INPUT_PATHS: '.github/**',
      GITHUB_EVENT_PATH: join(folder, 'event.json'),
      GITHUB_API_URL: closed,
      'INPUT_FIX-DIR': 'fixes',
      'INPUT_GITHUB-TOKEN': 'ghs_0123456789'
    }
    expect((await traced([], pullRequest)).code).toBe(1)
    const loaded = readFileSync(join(folder, 'loaded'), 'utf8')
    expect(files.filter(name => !loaded.includes(`/${name}\n`))).toEqual([])
  })

  test('is quick for a hook that asks the exit code alone: no stream of Node is loaded for what nobody reads', async () => {
    const folder = checkout({
      'told.cjs': `process.once('exit', () => require('node:fs').writeSync(2, String(process.moduleLoadList.includes('NativeModule stream'))))`
    })
    const line = `exec "$0" -r ${join(folder, 'told.cjs')} ${entry} lint ${incident} >/dev/null`
    const ended = await program(
      'sh',
      ['-c', line, process.execPath],
      { PATH: process.env['PATH'] ?? '' },
      process.cwd()
    )
    expect(ended).toMatchObject({ code: 1, stderr: 'false' })
  })

  test('every package in it is named with its licence', () => {
    const notice = readFileSync(join(dirname(entry), 'NOTICE'), 'utf8')
    for (const name of ['@actions/core', 'stripe', 'undici', 'unbash', 'yaml'])
      expect(notice).toMatch(new RegExp(`^${name} \\d`, 'm'))
  })

  test('works from another folder, with nothing installed beside it', async () => {
    const folder = checkout({})
    cpSync(dirname(entry), folder, { recursive: true })
    const ended = await node([join(folder, 'index.js'), 'lint', '.'], {}, incidentWith({}))
    expect(ended.code).toBe(1)
    expect(ended.stdout).toContain('loopback-without-proxy')
  })
})

describe('a Node that is too old', () => {
  const says =
    /^webhook-reach-check needs Node 24 or later, and this is v[\d.]+: run it with npx -y node@24 dist\/index\.js …\n$/

  test('is told so in one line, by the version that it says it is', async () => {
    const pretend = "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.20.2'})"
    const ended = await node(['--import', pretend, entry, 'lint', incident], {}, process.cwd())
    expect(ended).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(says) })
  })

  const older = [...new Set((process.env['PATH'] ?? '').split(delimiter))]
    .filter(folder => !folder.includes('node_modules'))
    .map(folder => join(folder, 'node'))
    .filter(path => existsSync(path))

  test('that this machine has beside ours is told so too', async () => {
    for (const path of older) {
      const { stdout } = await program(path, ['--version'], {}, process.cwd())
      const ended = await program(path, [entry, 'lint', incident], {}, process.cwd())
      if (Number(/^v(\d+)/.exec(stdout)?.[1]) >= 24) expect(ended.code).toBe(1)
      else expect(ended).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(says) })
    }
  })
})
