import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commands } from '../src/cli/commands.ts'
import { type Invocation, parseCommandLine } from '../src/cli.ts'
import { inputSpecs } from '../src/inputs/index.ts'

const { PATH = '' } = process.env

const parse = (...args: readonly string[]) => parseCommandLine(args, '1.2.3')
const run = (...args: readonly string[]): Invocation => {
  const line = parse(...args)
  if (!('run' in line)) throw new Error(JSON.stringify(line))
  return line.run
}
const refused = (...args: readonly string[]): readonly string[] => {
  const line = parse(...args)
  return 'refused' in line ? line.refused : []
}

describe('parseCommandLine', () => {
  test('lint takes a folder, or this one', () => {
    expect(run('lint')).toMatchObject({ folder: '.', format: 'text' })
    expect(run('lint', 'x', '--format', 'sarif')).toMatchObject({ folder: 'x', format: 'sarif' })
    expect(run('lint', '--', '-x').folder).toBe('-x')
    expect(run('lint').input('mode')).toBe('lint')
  })

  test('probe takes URLs, and options stand anywhere', () => {
    const { input, folder } = run('probe', '--wait=0', 'https://a.example', 'https://b.example', '--timeout', '5')
    expect(input('webhook-url')).toBe('https://a.example\nhttps://b.example')
    expect([input('mode'), input('wait'), input('timeout'), input('stable'), folder]).toEqual([
      'probe',
      '0',
      '5',
      '',
      '.'
    ])
  })

  test.each(inputSpecs.map(({ name }) => name))('--%s is an option', name => {
    expect(run('lint', `--${name}`, 'value').input(name)).toBe('value')
    expect(run('lint', `--${name}=--value=x`).input(name)).toBe('--value=x')
  })

  test('an option of several values may come more than once', () => {
    expect(run('lint', '--proxy', 'nginx:8000', '--proxy', 'caddy').input('proxy')).toBe('nginx:8000\ncaddy')
  })

  test.each([
    [['nope'], 'command: got "nope", takes '],
    [['--wait', '3'], 'command: got nothing, takes '],
    [['constructor'], 'command: got "constructor", takes '],
    [['lint', 'a', 'b'], 'lint: got "a" and "b", takes one DIR'],
    [['lint', ''], 'lint: got "", takes DIR'],
    [['lint', '--wiat', '3'], 'option: got "--wiat", takes --mode, '],
    [['lint', '-x'], 'option: got "-x", takes --mode, '],
    [['lint', '--__proto__', 'x'], 'option: got "--__proto__", takes --mode, '],
    [['lint', '--no-wait'], 'option: got "--no-wait", takes --mode, '],
    [['lint', '--wait'], 'wait: got nothing, takes a whole number of seconds from 0 to 3600'],
    [['lint', '--wait', '1', '--wait', '2'], 'wait: got two values, takes one: a whole number of seconds'],
    [['lint', '--format'], 'format: got nothing, takes text, json or sarif'],
    [['lint', '--format='], 'format: got "", takes text, json or sarif'],
    [['probe', 'https://a.example', '--webhook-url', 'https://b.example'], 'webhook-url: got --webhook-url and URL'],
    [['diagnose', 'local', '--ssh=a@b.example'], 'ssh: got --ssh and user@host|local, takes one of them'],
    [['lint', '--format', 'xml'], 'format: got "xml", takes text, json or sarif'],
    [['probe', 'https://a.example', '--format', 'sarif'], 'format: got "sarif", takes text or json']
  ])('%j is refused in one line', (args, start) => {
    const problems = refused(...args)
    expect(problems).toHaveLength(1)
    expect(problems[0]?.startsWith(start)).toBe(true)
    expect(problems[0]).not.toMatch(/[\r\n]/)
  })

  test('all problems are told at once', () => {
    const problems = refused('lint', 'a', 'b', '--format', 'xml', '--stable', '1', '--stable', '2')
    expect(problems.map(problem => problem.split(':')[0])).toEqual(['stable', 'lint', 'format'])
  })

  test('help names every command and every option; the version is the version', () => {
    for (const args of [[], ['--help'], ['help'], ['help', 'lint'], ['lint', '-h'], ['--nonsense', '--help']]) {
      const line = parse(...args)
      const text = 'print' in line ? line.print : ''
      for (const { name } of commands) expect(text).toContain(`  ${name} `)
      for (const { name } of inputSpecs) expect(text).toContain(`--${name} `)
      for (const shown of text.split('\n')) expect(shown.length).toBeLessThanOrEqual(100)
    }
    expect(parse('--version')).toEqual({ print: '1.2.3\n' })
    expect(parse('-V')).toEqual({ print: '1.2.3\n' })
  })

  test('no arguments crash it', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('lint', '--', '-', '--wait', '--=x', '-h=1')
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), args => {
        const line = parse(...args)
        for (const problem of 'refused' in line ? line.refused : []) expect(problem).not.toMatch(/[\r\n]/)
      })
    )
  })
})

describe('the program', () => {
  let folder: string
  const start = (args: readonly string[], env: Record<string, string> = {}) =>
    spawnSync(process.execPath, ['src/index.ts', ...args], {
      encoding: 'utf8',
      env: { PATH, ...env },
      timeout: 30_000
    })

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cli-'))
    mkdirSync(join(folder, '.github/workflows'), { recursive: true })
    writeFileSync(
      join(folder, '.github/workflows/deploy.yml'),
      'on: push\njobs:\n  deploy:\n    runs-on: self-hosted\n    steps:\n      - run: |\n          docker run -d \\\n            -p 127.0.0.1:8000:8000 \\\n            app\n'
    )
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('a finding is shown with its line, and exits with 1', () => {
    const { status, stdout, stderr } = start(['lint', folder])
    expect(status).toBe(1)
    expect(stdout).toContain('.github/workflows/deploy.yml:8:16: error: ')
    expect(stdout).toContain('  8 |             -p 127.0.0.1:8000:8000 \\\n    |                ^^^^^^^^^^^^^^^^^^^\n')
    expect(stdout).not.toContain('\u001b')
    expect(stderr).toBe('')
  })

  test('a pass exits with 0', () => {
    const { status, stdout, stderr } = start(['lint', folder, '--proxy', 'nginx:8000'])
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^pass: /m)
  })

  test.each(['json', 'sarif'])('--format %s prints the document and nothing else', format => {
    const { status, stdout, stderr } = start(['lint', folder, '--format', format])
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject(format === 'json' ? { schema: 1, verdict: 'fail' } : { version: '2.1.0' })
    expect(stderr).toMatch(/^webhook-reach-check: 1 error found[^\n]*\n$/)
  })

  test('a document of many errors speaks of no place that a terminal does not have', () => {
    const many = join(folder, 'many')
    mkdirSync(join(many, '.github/workflows'), { recursive: true })
    const runs = Array.from(
      { length: 20 },
      (_, port) => `      - run: docker run -d -p 127.0.0.1:${8000 + port}:8000 app\n`
    )
    const job = 'on: push\njobs:\n  deploy:\n    runs-on: self-hosted\n    steps:\n'
    writeFileSync(join(many, '.github/workflows/deploy.yml'), `${job}${runs.join('')}`)
    const { stderr } = start(['lint', many, '--format', 'json'])
    expect(stderr).toBe('webhook-reach-check: 20 errors found in the checkout.\n')
  })

  test('--sarif writes the file', () => {
    const path = join(folder, 'out/results.sarif')
    start(['lint', folder, '--sarif', path])
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ version: '2.1.0' })
  })

  test.each([
    [['lint', '--wait', 'soon', '--proxy', 'x'], 2],
    [['lint', '/nonexistent-folder'], 1],
    [['probe'], 1],
    [['nope'], 1],
    [['lint', '--sarif', 'out/'], 1],
    [['diagnose', 'local', '--port', 'http'], 1],
    [['diagnose', 'local', '--domain', 'https://a.example'], 1],
    [['fix', '--domain', 'a.example', '--port', '443'], 1],
    [['lint', '--wiat', '1'], 1]
  ])('%j is usage: exit 2, a line each, no stack', (args, lines) => {
    const { status, stdout, stderr } = start(args)
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr.trimEnd().split('\n')).toHaveLength(lines)
    expect(stderr).toMatch(/got .*takes /)
    expect(stderr).not.toMatch(/ at .*:\d+:\d+/)
  })

  test('fix is made for the app that waits for a proxy, and replaces nothing but its own', () => {
    const checkout = join(folder, 'shop')
    const out = join(checkout, 'out')
    mkdirSync(join(checkout, '.github/workflows'), { recursive: true })
    const job = (name: string, runner: string, ...runs: readonly string[]) =>
      `  ${name}:\n    runs-on: ${runner}\n    steps:\n${runs.map(run => `      - run: docker run -d ${run}\n`).join('')}`
    const jobs = [
      job('test', 'ubuntu-latest', '--name ci -p 9000:9000 app'),
      job('deploy', 'self-hosted', '--name dns -p 127.0.0.1:53:53/udp app', '--name edge -p 80:80 app'),
      job('more', 'self-hosted', '--name admin -p 7000:7000 app', '--name shop -p 127.0.0.1:8000:3000 app')
    ]
    writeFileSync(join(checkout, '.github/workflows/deploy.yml'), `on: push\njobs:\n${jobs.join('')}`)
    const fix = (...more: readonly string[]) =>
      start(['fix', checkout, '--domain', 'A.Example.', '--out', out, ...more])
    expect(fix().status).toBe(0)
    const readme = readFileSync(join(out, 'README.md'), 'utf8')
    expect(readme).toContain(
      'forwards it to `shop` on 127.0.0.1:8000.\n\nThe checkout publishes more: `admin` on 7000.'
    )
    expect(readme).toContain('--domain a.example --port 8000 ')
    expect(fix('--port', '7000').status).toBe(0)
    expect(readFileSync(join(out, 'README.md'), 'utf8')).toContain('make that `127.0.0.1:7000:7000`')
    writeFileSync(join(out, 'README.md'), '# Shop\n')
    expect(fix()).toMatchObject({ status: 2, stderr: expect.stringContaining('another file has that name already') })
    expect(readFileSync(join(out, 'README.md'), 'utf8')).toBe('# Shop\n')
    rmSync(checkout, { recursive: true })
  })

  test('what is made leaves the lint of the checkout without a fault', () => {
    const out = join(folder, 'made')
    expect(start(['fix', folder, '--domain', 'a.example', '--out', out]).status).toBe(0)
    expect(start(['lint', folder, '--fail-on', 'warning']).stdout).toMatch(/^pass: /m)
    rmSync(out, { recursive: true })
  })

  test('a path that leads up is what a person at a terminal means', () => {
    const path = relative('.', join(folder, 'up.sarif'))
    expect(start(['lint', folder, '--sarif', path]).stderr).toBe('')
    expect(readFileSync(join(folder, 'up.sarif'), 'utf8')).toContain('2.1.0')
  })

  test('a reader that closes the pipe early is no crash', () => {
    const command = `"${process.execPath}" src/index.ts --help | head -c 1; exit $?`
    const { stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' })
    expect(stderr).toBe('')
  })
})
