import { spawn, spawnSync } from 'node:child_process'
import { linkSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Step, step } from '../bundle.ts'
import { checkout } from '../checkout.ts'
import { expectWords, messages } from '../faults/traces.ts'
import { bombs } from './bombs.ts'

const workflow = '.github/workflows/deploy.yml'
const deploys = (...lines: readonly string[]): string =>
  `on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: appleboy/ssh-action@v1\n        with:\n          script: |\n${['docker run -d -p 127.0.0.1:8000:80 app', ...lines].map(line => `            ${line}\n`).join('')}`
/** A deploy that asks for everything that may stand in a checkout, beside these files. */
const deploying = (files: Readonly<Record<string, string>> = {}): string =>
  checkout({ [workflow]: deploys('bash deploy.sh', 'docker compose up -d', 'make deploy'), ...files })

const notes = ({ stdout }: Pick<Step, 'stdout'>): readonly string[] =>
  stdout.split('\n').filter(line => line.startsWith('  not read: '))

/** Prints the peak of its resident memory in KiB where it ends. */
const peakHook = `data:text/javascript,${encodeURIComponent("process.on('exit', () => console.error('peak', process.resourceUsage().maxRSS))")}`

/** Lints it, and sees that it ends by itself with what is sound in it found, in little memory. */
async function linted(root: string, inputs: Readonly<Record<string, string>> = {}): Promise<Step> {
  const run = await step(root, inputs, { NODE_OPTIONS: `--import=${peakHook}` })
  expectWords(run)
  expect(run.commands.map(({ properties }) => properties['title'])).toContain('loopback-without-proxy')
  const [, peak = '0'] = /peak (\d+)/.exec(run.stderr) ?? []
  expect(Number(peak)).toBeGreaterThan(0)
  expect(Number(peak) / 1024).toBeLessThan(300)
  return run
}

describe('places that are no files of the checkout', () => {
  test('links that lead out, in circles and to devices: noted, and never opened', async () => {
    const secret = join(checkout({ 'outside.yml': `on: push # s3cr3t-outside\njobs: [` }), 'outside.yml')
    const root = deploying()
    const link = (to: string, path: string): void => symlinkSync(to, join(root, path))
    link(secret, '.github/workflows/out.yml')
    link('/proc/self/environ', '.env')
    link('/dev/zero', 'compose.yml')
    link('circle', 'deploy.sh')
    link('deploy.sh', 'circle')
    link('/', 'everything')
    link('../..', '.github/workflows/up')
    const run = await linted(root)
    for (const place of ['.github/workflows/out.yml', '.env', 'compose.yml', 'deploy.sh', 'circle', 'everything'])
      expect(notes(run).some(line => line.startsWith(`  not read: ${place}:`))).toBe(true)
    expect(`${run.stdout}${run.summary}`).not.toContain('s3cr3t-outside')
  })

  test('pipes, sockets and devices: noted, and never waited for', async () => {
    const root = deploying()
    const pipes = ['deploy.sh', 'compose.yml', '.env', '.github/workflows/pipe.yml', 'Makefile']
    spawnSync('mkfifo', pipes, { cwd: root })
    const server = createServer().listen(join(root, '.github/workflows/socket.yml'))
    onTestFinished(() => void server.close())
    const run = await linted(root)
    for (const place of [...pipes, '.github/workflows/socket.yml'])
      expect(notes(run)).toContain(`  not read: ${place}:1: it is no regular file`)
  })

  test('folders in the place of files, and files of git that point elsewhere', async () => {
    const root = deploying({
      'sub/.git': 'gitdir: ../../../../etc\n',
      '.gitmodules': '[submodule "x"]\n\tpath = ../../etc\n\turl = ext::sh -c touch% /tmp/owned\n'
    })
    for (const folder of ['.github/workflows/x.yml', 'compose.yml', 'deploy.sh', 'Makefile', '.env'])
      mkdirSync(join(root, folder))
    await linted(root)
  })
})

describe('size', () => {
  test('100,000 files', async () => {
    const root = deploying()
    for (let folder = 0; folder < 110; folder++) {
      const first = join(root, `many/${folder}/f0.yml`)
      mkdirSync(join(first, '..'), { recursive: true })
      writeFileSync(first, '')
      // Names of one file: a whole one each takes minutes on a busy disk.
      for (let name = 1; name < 1000; name++) linkSync(first, join(root, `many/${folder}/f${name}.yml`))
    }
    expect(notes(await linted(root)).join()).toContain('more than 100000 files and folders; the rest is not read')
  }, 240_000)

  test('files of a gigabyte', async () => {
    const places = ['.github/workflows/big.yml', 'deploy.sh', 'compose.yml', 'Makefile', '.env', 'nginx.conf']
    const root = deploying(Object.fromEntries(places.map(place => [place, ''])))
    for (const place of places) truncateSync(join(root, place), 1e9)
    const said = notes(await linted(root))
    for (const place of places.slice(0, 4)) expect(said).toContain(`  not read: ${place}:1: it is larger than 1 MiB`)
  })

  test('folders a thousand deep', async () => {
    const root = deploying()
    const script = 'for i in $(seq 1000); do mkdir d && cd d || exit 1; done; touch deploy.yml'
    expect(spawnSync('bash', ['-c', script], { cwd: root }).status).toBe(0)
    onTestFinished(() => void spawnSync('rm', ['-rf', join(root, 'd')]))
    expect(notes(await linted(root)).join()).toContain('more than 64 folders deep')
  }, 120_000)

  test.each(bombs)('$name: bounded, and noted', async ({ files, says }) => {
    const run = await linted(deploying(files))
    if (says !== null) expect(notes(run).join('\n')).toMatch(says)
  })
})

describe('names', () => {
  const names = [
    'a\nb.yml',
    '::error::x.yml',
    '\u001b[31mred.yml',
    '##[error]y.yml',
    '\u202egnp.yml',
    '%0A::error::forged.yml',
    '$(touch owned).yml',
    '-rf.yml',
    'a`b|<img src=x>.yml',
    `${'x'.repeat(251)}.yml`
  ]

  test('are shown as what they are, and order nothing', async () => {
    const broken = 'on: [push\njobs: {'
    const root = deploying(Object.fromEntries(names.map(name => [`.github/workflows/${name}`, broken])))
    spawnSync('sh', ['-c', 'printf "on: [" >"$(printf \'.github/workflows/bad\\377.yml\')"'], { cwd: root })
    const run = await linted(root)
    expect(run.commands.every(({ name }) => ['error', 'warning', 'save-state', 'notice'].includes(name))).toBe(true)
    expect(
      [...messages(run, 'error'), ...messages(run, 'warning')].filter(text => /^(x\.yml|forged)/.test(text))
    ).toEqual([])
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
    expect(run.stdout + run.summary).not.toMatch(/\u001b|\u202e/)
    expect(run.stdout.split('\n').filter(line => !line.startsWith('::') && line.includes('##['))).toEqual([])
    expect(notes(run)).toHaveLength(names.length + 3)
    expect(notes(run).join('\n')).toContain('its name is not UTF-8')
    expect(JSON.parse(run.outputs['findings'] ?? '[]').map(({ file }: { file: string }) => file)).toEqual(
      expect.arrayContaining(names.slice(0, 3).map(name => `.github/workflows/${name}`))
    )
  })
})

describe('secrets in the checkout', () => {
  const secrets = ['sk_live_51Habcdefghijklmnop', 'whsec_zyxwvutsrqponmlk', 'hunter2-database', 'AKIAIOSFODNN7EXAMPLE']
  const env = `STRIPE_KEY=${secrets[0]}\nWEBHOOK_SECRET="${secrets[1]}"\nDB='${secrets[2]}'\nAWS=${secrets[3]}\nPORT=8000\nHOST=127.0.0.1\n`

  test('what .env holds is used, and printed nowhere', async () => {
    const root = deploying({
      '.env': env,
      'prod.env': env,
      'compose.yml':
        'services:\n  app:\n    image: "shop:1"\n    env_file: prod.env\n    ports: ["${HOST}:${PORT}:80"]\n    environment:\n      KEY: ${STRIPE_KEY}\n      DB: postgres://u:${DB}@db\n      AWS: ${AWS}\n    command: serve --key ${STRIPE_KEY} --secret ${WEBHOOK_SECRET}\n    labels: ["x=${DB}"]\n',
      'deploy.sh':
        'set -a; . ./.env\ndocker run -d -e "K=$STRIPE_KEY" -e "D=$DB" -p $HOST:9000:80 shop:1 serve --secret "$WEBHOOK_SECRET"\n'
    })
    const run = await linted(root, { sarif: 'out.sarif', 'fix-dir': 'fixes' })
    const all = [run.stdout, run.stderr, run.summary, ...Object.values(run.outputs)]
    const files = spawnSync('sh', ['-c', 'cat out.sarif fixes/*; cat "$1"', 'sh', run.outputs['report'] ?? ''], {
      cwd: root
    })
    const told = [...all, String(files.stdout)].join('\n')
    expect(JSON.parse(run.outputs['findings'] ?? '[]').length).toBeGreaterThan(1)
    expect(secrets.filter(secret => told.includes(secret))).toEqual([])
  })
})

test('what a user may not read is noted', async () => {
  const root = deploying({ 'compose.yml': 'services: {}\n', 'secret/x.yml': 'a' })
  spawnSync('sh', ['-c', 'chmod -R a+rX . && chmod 000 compose.yml secret && chmod 755 .'], { cwd: root })
  const asNobody = process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : []
  const files = { GITHUB_OUTPUT: undefined, GITHUB_STEP_SUMMARY: undefined, GITHUB_STATE: undefined }
  const run = await step(root, {}, { ...files, RUNNER_TEMP: '/dev/null' }, asNobody)
  expectWords(run)
  expect(notes(run)).toEqual(
    expect.arrayContaining([
      '  not read: compose.yml:1: reading it is not permitted',
      '  not read: secret:1: reading it is not permitted'
    ])
  )
})

test('files that change while they are read', async () => {
  const root = deploying({ 'compose.yml': 'services: {}\n' })
  const churn = `while true; do
    printf 'services: {app: {image: x' >compose.yml; mv compose.yml deploy.sh 2>/dev/null; rm -rf Makefile; mkdir Makefile; rmdir Makefile; ln -s /etc/passwd Makefile
    mv deploy.sh compose.yml 2>/dev/null; truncate -s 2M .env; rm .env; mkfifo .env; rm .env
  done`
  const child = spawn('bash', ['-c', churn], { cwd: root, stdio: 'ignore' })
  onTestFinished(() => void child.kill('SIGKILL'))
  for (let round = 0; round < 5; round++) {
    const run = await linted(root)
    expect(run.stdout).not.toContain('root:x:0')
  }
})
