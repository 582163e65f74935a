import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { entry, exactly, program, runner, type Step, step } from '../bundle.ts'
import { checkout } from '../checkout.ts'
import { canMakeNamespaces, inNamespace, inNamespaces } from './sandbox.ts'
import { expectWords, messages } from './traces.ts'

const incident = (): string => {
  const root = checkout({})
  cpSync('examples/incident', root, { recursive: true })
  return root
}

/** The finding stands in the log whatever else could not be told. */
const expectTold = (run: Step): void => {
  expectWords(run)
  expect(run.commands.map(({ properties }) => properties['title'])).toContain('loopback-without-proxy')
}

const sshDeploy =
  'on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: appleboy/ssh-action@v1\n        with:\n          script: |\n'

describe('a disk that is full', () => {
  test.each([
    ['outputs', { GITHUB_OUTPUT: '/dev/full' }, {}, 'The outputs could not be written: the disk is full.'],
    ['summary', { GITHUB_STEP_SUMMARY: '/dev/full' }, {}, 'The step summary could not be written: the disk is full.'],
    ['SARIF file', {}, { sarif: '/dev/full' }, 'sarif: /dev/full could not be written: the disk is full'],
    [
      'fix folder',
      {},
      { 'fix-dir': '/dev/full' },
      'fix-dir: /dev/full/README.md could not be written: a file stands where a folder is needed'
    ]
  ])('%s: one warning that says so, and the finding all the same', async (_, env, inputs, warning) => {
    const run = await step(incident(), inputs, env)
    expectTold(run)
    expect(messages(run, 'warning')).toEqual([warning])
  })

  test('state: the runner is told in the way that it had before', async () => {
    const run = await step(incident(), {}, { GITHUB_STATE: '/dev/full' })
    expectTold(run)
    expect(messages(run, 'save-state')).toEqual(['true'])
  })

  test.runIf(canMakeNamespaces)(
    inNamespaces('all of it: no file ends in the middle'),
    async () => {
      const runs = Array.from(
        { length: 40 },
        (_, at) => `            docker run -d -p 127.0.0.1:${8000 + at}:80 app-${at}`
      )
      const root = checkout({ '.github/workflows/deploy.yml': `${sshDeploy}${runs.join('\n')}\n` })
      for (const pages of [0, 1, 3, 6, 9]) {
        const [folder, saved] = [checkout({}), checkout({})]
        const within = inNamespace(
          `mount -t tmpfs -o size=64k tmpfs ${folder}`,
          `touch ${folder}/output ${folder}/summary ${folder}/state`,
          `dd if=/dev/zero of=${folder}/ballast bs=4096 count=${16 - pages} status=none`,
          `"$@" || code=$?; cp ${folder}/output ${folder}/summary ${saved}; exit "\${code:-0}"`
        )
        const env = { GITHUB_OUTPUT: 'output', GITHUB_STEP_SUMMARY: 'summary', GITHUB_STATE: 'state' }
        const paths = Object.entries(env).map(([name, file]) => [name, join(folder, file)])
        const run = await step(root, {}, { ...Object.fromEntries(paths), RUNNER_TEMP: folder }, within)
        expectTold(run)
        const output = readFileSync(join(saved, 'output'), 'utf8')
        expect(output.match(/^ghadelimiter_/gm)?.length ?? 0).toBe(output.match(/<<ghadelimiter_/g)?.length ?? 0)
        const summary = readFileSync(join(saved, 'summary'), 'utf8')
        expect(summary === '' || summary.endsWith('\n')).toBe(true)
        expect(messages(run, 'warning')).toContain('The outputs could not be written: the disk is full.')
      }
    },
    60_000
  )

  test.each(['text', 'json', 'sarif'])('standard output as %s: exit 1 and a word on standard error', async format => {
    const ended = spawnSync('sh', [
      '-c',
      `exec "$0" "$@" >/dev/full`,
      process.execPath,
      entry,
      'lint',
      'examples/healthy',
      '--format',
      format
    ])
    expect([ended.status, String(ended.stderr)]).toEqual([
      1,
      'Standard output could not be written: the disk is full.\n'
    ])
  })
})

describe('folders and files of the runner', () => {
  test.each([
    '/proc',
    '/proc/none',
    '/proc/1/none',
    '/sys',
    '/dev/null',
    '/dev/null/none',
    '/none/of/these',
    'relative',
    ''
  ])('RUNNER_TEMP as %j neither hangs nor hides the finding', async path => {
    const temp = checkout({})
    const before = existsSync('/none')
    const run = await step(incident(), {}, { RUNNER_TEMP: path, TMPDIR: temp })
    if (!before && existsSync('/none')) spawnSync('rm', ['-r', '/none'])
    expectTold(run)
  })

  test('RUNNER_TEMP that may not be written', async () => {
    const folder = checkout({})
    spawnSync('chmod', ['755', folder])
    const root = incident()
    spawnSync('chmod', ['-R', 'a+rX', root])
    const asNobody = process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : []
    if (asNobody.length === 0) spawnSync('chmod', ['555', folder])
    const files = { GITHUB_OUTPUT: undefined, GITHUB_STEP_SUMMARY: undefined, GITHUB_STATE: undefined }
    const run = await step(root, {}, { RUNNER_TEMP: folder, ...files }, asNobody)
    expectTold(run)
    expect(run.stdout).toContain('report.json could not be written: that is not permitted')
    expect(readdirSync(folder)).toEqual([])
  })

  const known = [
    'GITHUB_ACTIONS',
    'GITHUB_WORKSPACE',
    'GITHUB_REPOSITORY',
    'GITHUB_SERVER_URL',
    'GITHUB_EVENT_NAME',
    'GITHUB_EVENT_PATH',
    'GITHUB_SHA',
    'GITHUB_OUTPUT',
    'GITHUB_STEP_SUMMARY',
    'GITHUB_STATE',
    'GITHUB_ENV',
    'RUNNER_TEMP',
    'RUNNER_ENVIRONMENT',
    'HOME',
    'PATH'
  ]
  const without = (...names: readonly string[]) => Object.fromEntries(names.map(name => [name, undefined]))

  test.each(known)('%s is missing', async name => {
    expectTold(await step(incident(), {}, { TMPDIR: checkout({}), ...without(name) }))
  })

  test('all of them are missing', async () => {
    expectTold(await step(incident(), {}, { TMPDIR: checkout({}), ...without(...known) }))
  })

  test.each([
    ['GITHUB_REPOSITORY', '../../x'],
    ['GITHUB_REPOSITORY', 'a/b/c'],
    ['GITHUB_SERVER_URL', 'javascript:alert(1)'],
    ['GITHUB_SERVER_URL', 'https://evil.example.com/)](x'],
    ['GITHUB_SHA', '$(id)'],
    ['GITHUB_ACTION', '../../../x'],
    ['GITHUB_API_URL', 'no url'],
    ['GITHUB_EVENT_NAME', '\u0000'.padEnd(3, 'x').slice(1)],
    ['GITHUB_WORKSPACE', '.'],
    ['GITHUB_ENV', '/proc/none'],
    ['LANG', 'xx_YY.nothing'],
    ['TZ', 'Nowhere/Nothing']
  ])('%s is %j: no link of ours is made of it', async (name, value) => {
    const run = await step(incident(), { 'github-token': 'ghs_0123456789abcdef' }, { [name]: value })
    expectTold(run)
    expect(run.summary).not.toMatch(/javascript:|\]\([^)]*(\.\.\/|evil|\$\(id\))/)
  })

  test.each([
    ['is a file', (folder: string) => writeFileSync(folder, '')],
    ['is not there', () => undefined]
  ])('the workspace %s: nothing to lint, and no crash', async (_, make) => {
    const path = join(checkout({}), 'workspace')
    make(path)
    const run = await step(checkout({}), {}, { GITHUB_WORKSPACE: path })
    expectWords(run, 0)
    expect(run.stdout).toContain('Nothing to lint')
  })
})

describe('the event', () => {
  const pipe = (path: string): void => void spawnSync('mkfifo', [path])
  test.each<[string, (path: string) => void]>([
    ['is not there', () => undefined],
    ['is a folder', path => mkdirSync(path)],
    ['is a pipe that nobody writes to', pipe],
    ['is broken', path => writeFileSync(path, '{"pull_request":')],
    ['is no object', path => writeFileSync(path, '[[1]]')],
    ['is nested too deep', path => writeFileSync(path, '['.repeat(2_000_000))],
    ['is three gigabytes', path => [writeFileSync(path, ''), truncateSync(path, 3e9)]],
    ['names no number', path => writeFileSync(path, '{"pull_request":{"number":"7; rm","head":{"sha":5}}}')]
  ])('%s: no comment, and no harm', async (_, make) => {
    const path = join(checkout({}), 'event.json')
    make(path)
    const env = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: path, GITHUB_API_URL: 'http://127.0.0.1:1' }
    expectTold(await step(incident(), { 'github-token': 'ghs_0123456789abcdef' }, env))
  })

  test('is a device without end', async () => {
    const env = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: '/dev/zero' }
    expectTold(await step(incident(), { 'github-token': 'ghs_0123456789abcdef' }, env))
  })
})

describe('standard streams', () => {
  const shell = (script: string, cwd: string, env: Readonly<Record<string, string>>) =>
    program('bash', ['-c', script, 'bash', ...exactly(env), process.execPath, entry], env, cwd)

  test.each([
    ['a pipe that nobody reads', '"$@" 2>&3 | true; exit "${PIPESTATUS[0]}"'],
    ['closed', '"$@" >&- 2>&3'],
    ['closed, both', '"$@" >&- 2>&-'],
    ['a full disk', '"$@" >/dev/full 2>&3']
  ])('%s: the outputs and the summary are written, and the exit code holds', async (_, script) => {
    const root = incident()
    const { temp, env } = runner(root)
    const ended = await shell(`exec 3>&2; ${script}`, root, env)
    expectWords(ended)
    expect(readFileSync(join(temp, 'output'), 'utf8')).toContain('loopback-without-proxy')
    expect(readFileSync(join(temp, 'summary'), 'utf8')).toContain('loopback-without-proxy')
  })

  test('a reader that goes early ends a command line as if it had read it all', async () => {
    const ended = await program(
      'bash',
      [
        '-c',
        '"$0" "$@" | head -c 1 >/dev/null; exit "${PIPESTATUS[0]}"',
        process.execPath,
        entry,
        'lint',
        'examples/healthy',
        '--format',
        'json'
      ],
      {},
      '.'
    )
    expectWords(ended, 0)
  })

  test('a reader that is slow gets all of it, through a pipe that does not wait for him', async () => {
    const runs = Array.from(
      { length: 300 },
      (_, port) => `      - run: docker run -d -p 127.0.0.1:${8000 + port}:8000 app\n`
    )
    const root = checkout({
      '.github/workflows/deploy.yml': `on: push\njobs:\n  deploy:\n    runs-on: self-hosted\n    steps:\n${runs.join('')}`
    })
    const unwaiting = 'fcntl(STDOUT, F_SETFL, O_WRONLY | O_NONBLOCK) or die; exec @ARGV'
    const script = `perl -MFcntl -e '${unwaiting}' "$0" "$@" | { sleep 1; cat; }`
    const args = ['-c', script, process.execPath, entry, 'lint', root, '--format', 'json']
    const { stdout } = await program('bash', args, { PATH: process.env['PATH'] ?? '' }, root)
    expect(stdout.length).toBeGreaterThan(3 * 65_536)
    expect(JSON.parse(stdout).lint.findings).toHaveLength(300)
  })
})

describe('the process itself', () => {
  const gone = 'mkdir gone && cd gone && rmdir ../gone && exec "$@"'

  test('a current folder that is gone: what was named by its whole path is read', async () => {
    const root = incident()
    const folder = checkout({})
    const { env } = runner(root)
    const started = await program('bash', ['-c', gone, 'bash', ...exactly(env), process.execPath, entry], {}, folder)
    expectWords(started)
    expect(started.stdout).toContain('title=loopback-without-proxy')
  })

  test('a current folder that is gone and no workspace: nothing to lint', async () => {
    const { GITHUB_WORKSPACE: _, ...env } = runner(checkout({})).env
    const ended = await program(
      'bash',
      ['-c', gone, 'bash', ...exactly(env), process.execPath, entry],
      {},
      checkout({})
    )
    expectWords(ended, 0)
    expect(ended.stdout).toContain('Nothing to lint')
  })

  test.each([
    [['lint'], 2],
    [['lint', resolved('examples/incident')], 1],
    [['fix', resolved('examples/incident'), '--domain', 'your-domain.com'], 2]
  ] as const)('%j where the current folder is gone exits %i', async (args, code) => {
    const words = [process.execPath, entry, ...args]
    expectWords(await program('bash', ['-c', gone, 'bash', ...words], {}, checkout({})), code)
  })

  test.each(['/dev/null/x', '/proc/x'])('fix into %s is a word about --out, exit 2', async out => {
    const words = ['fix', 'examples/incident', '--domain', 'your-domain.com', '--out', out]
    const ended = await program(process.execPath, [entry, ...words], {}, '.')
    expectWords(ended, 2)
    expect(ended.stderr).toMatch(/^out: got "/)
  })

  test.each([
    ['open files', '-n 26'],
    ['processes', '-u 12'],
    ['memory', '-v 3000000']
  ])('few %s: the probe says what it saw, and the look at the server what it could not', async (_, limit) => {
    const root = incident()
    const inputs = {
      'webhook-url': 'https://127.0.0.1:1/hook',
      resolve: '127.0.0.1:1:127.0.0.1',
      wait: '0',
      ssh: 'local'
    }
    const { env } = runner(root, inputs)
    const words = ['-c', `ulimit ${limit}; exec "$@"`, 'bash', ...exactly(env), process.execPath, entry]
    const ended = await program('bash', words, {}, root)
    expectWords(ended)
    expect(ended.stdout).toContain('title=tcp-refused')
  })

  test('files of no size: exit 1 and the finding', async () => {
    const root = incident()
    const { temp, env } = runner(root)
    const words = ['-c', `trap '' XFSZ; ulimit -f 0; "$@" 2>&1 | cat; exit "\${PIPESTATUS[0]}"`, 'bash']
    const ended = await program('bash', [...words, ...exactly(env), process.execPath, entry], {}, root)
    expectWords(ended)
    expect(ended.stdout).toContain('title=loopback-without-proxy')
    expect(statSync(join(temp, 'output')).size).toBe(0)
  })
})

function resolved(path: string): string {
  return join(process.cwd(), path)
}
