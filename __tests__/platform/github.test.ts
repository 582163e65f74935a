import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const { PATH = '' } = process.env

let folder: string
const github = join(import.meta.dirname, '../../src/platform/github.ts')
const terminal = join(import.meta.dirname, '../../src/platform/terminal.ts')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'github-'))
  mkdirSync(join(folder, 'checkout'))
  for (const name of ['output', 'summary']) writeFileSync(join(folder, name), '')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a piece of code with the host as `host`, in a process of its own, as the runner starts it. */
function use(
  code: string,
  env: Record<string, string> = {},
  module = `githubHost } from '${github}'`,
  make = 'githubHost()'
) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--input-type=module-typescript', '-e', `import { ${module}\nconst host = ${make}\n${code}`],
    {
      encoding: 'utf8',
      cwd: join(folder, 'checkout'),
      env: {
        PATH,
        GITHUB_WORKSPACE: join(folder, 'checkout'),
        GITHUB_OUTPUT: join(folder, 'output'),
        GITHUB_STEP_SUMMARY: join(folder, 'summary'),
        ...env
      }
    }
  )
  const lines = stdout.split('\n').filter(line => line !== '')
  // What the host needs for its own post step is no concern here.
  return { lines: lines.filter(line => !line.startsWith('::save-state')), stderr, status }
}

const read = (name: string): string => readFileSync(join(folder, name), 'utf8')

describe('the runner', () => {
  test('an annotation has file, line and columns, and its message is cut', () => {
    const at = `{ file: 'a,b:c%.yml', line: 3, column: 4, endLine: 3, endColumn: 9 }`
    const { lines, status } = use(`
      host.annotate({ level: 'error', title: 'rule', message: 'one\\ntwo', at: ${at} })
      host.annotate({ level: 'warning', title: 'rule', message: 'x'.repeat(9000), at: null })
      host.annotate({ level: 'notice', title: 'no words', message: '', at: { ...${at}, endLine: 7 } })`)
    expect(lines[0]).toBe('::error title=rule,file=a%2Cb%3Ac%25.yml,line=3,endLine=3,col=4,endColumn=9::one%0Atwo')
    expect(lines[1]).toBe(`::warning title=rule::${'x'.repeat(4095)}…`)
    // The runner drops columns of a range over lines, and an annotation without a message.
    expect(lines[2]).toBe('::notice title=no words,file=a%2Cb%3Ac%25.yml,line=3,endLine=7::no words')
    expect(status).toBe(0)
  })

  test('foreign text gives no orders, wherever it is printed', () => {
    const hostile = JSON.stringify('::add-mask::a\r  ::error::b\n##[group]c\u001b[31m\u202e')
    const { lines } = use(
      `const text = ${hostile}
      host.log(text); host.debug(text); host.print(text)
      host.annotate({ level: 'notice', title: text, message: text, at: { file: text, line: 1, column: 1, endLine: 1, endColumn: 2 } })`
    )
    const [notice = '', ...others] = lines.filter(line => line.startsWith('::')).toReversed()
    expect(notice).toMatch(/^::notice /)
    expect(others.every(line => line.startsWith('::debug::'))).toBe(true)
    expect(lines.join('')).not.toMatch(/##\[|[\p{Cc}\p{Cf}]/u)
    expect(lines.slice(0, 3)).toEqual(['| ::add-mask::a', '| ::error::b', '# #[group]c\\x1b[31m\\u202e'])
  })

  test('outputs and summary reach their files', () => {
    use(`host.setOutput('findings', '[]\\nx'); host.summarize('# one'); host.summarize('two')`)
    expect(readFileSync(join(folder, 'output'), 'utf8')).toMatch(/^findings<<(ghadelimiter_[\w-]+)\n\[\]\nx\n\1\n$/)
    expect(readFileSync(join(folder, 'summary'), 'utf8')).toBe('# onetwo')
  })

  test.each([
    ['missing', ''],
    ['unwritable', '/nonexistent/summary']
  ])('a summary file that is %s is no reason to fail', (_, path) => {
    const { lines, status, stderr } = use(`host.summarize('x'); host.log('still here')`, { GITHUB_STEP_SUMMARY: path })
    expect(status).toBe(0)
    expect(stderr).toBe('')
    expect(lines.at(-1)).toBe('still here')
  })

  test('an output file that is gone is no reason to fail', () => {
    const { lines, status } = use(`host.setOutput('verdict', 'pass')`, { GITHUB_OUTPUT: '/nonexistent/output' })
    expect(status).toBe(0)
    expect(lines[0]).toContain('The outputs could not be written')
  })

  test('a job without a checkout has no files, and says why', () => {
    const { lines } = use(
      `host.log(JSON.stringify([host.files.list(), host.files.read('x'), host.files.unlisted()]))`,
      {
        GITHUB_WORKSPACE: '/nonexistent'
      }
    )
    expect(JSON.parse(lines[0] ?? '')).toEqual([
      [],
      null,
      [{ file: '.', reason: expect.stringContaining('/nonexistent') }]
    ])
  })

  test.each([
    [1, 1],
    [3, 3],
    [10, 10],
    [14, 10]
  ])('%i bad inputs are %i errors, and exit with 1', (count, errors) => {
    const { lines, status } = use(`host.refuse(Array.from({ length: ${count} }, (_, index) => 'input ' + index))`)
    expect(status).toBe(1)
    expect(lines).toHaveLength(errors)
    for (const line of lines) expect(line).toMatch(/^::error::input \d+/)
    for (let index = 0; index < count; index++) expect(lines.join('\n')).toContain(`input ${index}`)
  })

  test('failing is one error and exit 1; secrets are masked', () => {
    const { lines, status } = use(`host.mask('line one\\nline two'); host.fail('all is lost')`)
    expect(lines).toEqual(['::add-mask::line one%0Aline two', '::error::all is lost'])
    expect(status).toBe(1)
  })

  test('a secret that comes back in foreign text is shown nowhere', () => {
    const { lines } = use(`
      host.mask('whsec_hidden')
      const text = 'the app says whsec_hidden'
      host.log(text); host.debug(text); host.summarize(text); host.setOutput('findings', text)
      host.annotate({ level: 'notice', title: 'app-error', message: text, at: null })
      host.fail(text)`)
    const shown = [...lines.filter(line => !line.startsWith('::add-mask::')), read('summary'), read('output')]
    expect(shown.join('\n')).not.toContain('whsec_hidden')
    expect(shown.join('\n').match(/the app says \*\*\*/g)).toHaveLength(6)
  })

  test('inputs with dashes are read as the runner names them', () => {
    const { lines } = use(`host.log(host.input('webhook-url') + '|' + host.input('wait'))`, {
      'INPUT_WEBHOOK-URL': ' https://your-domain.com '
    })
    expect(lines).toEqual(['https://your-domain.com|'])
  })
})

describe('the terminal', () => {
  const settings = `{ format: 'json', folder: '.', input: () => '' }`
  const onTerminal = (code: string, env = {}) =>
    use(code, env, `terminalHost } from '${terminal}'`, `terminalHost(${settings})`)

  test('prints the document alone on standard output; masked values nowhere', () => {
    const { lines, stderr, status } = onTerminal(`
      host.mask('hush-hush')
      host.log('hush-hush ::error::x'); host.annotate({}); host.setOutput('a', 'b'); host.summarize('c')
      host.print('{"secret": "hush-hush"}\\n')`)
    expect(lines).toEqual(['{"secret": "***"}'])
    expect(stderr).toBe('*** ::error::x\n')
    expect(status).toBe(0)
  })

  test('fails with 1, refuses with 2, and an empty last word is none', () => {
    expect(onTerminal(`host.fail('lost')`)).toMatchObject({ lines: [], stderr: 'lost\n', status: 1 })
    expect(onTerminal(`host.fail('')`)).toMatchObject({ lines: [], stderr: '', status: 1 })
    expect(onTerminal(`host.refuse(['a', 'b'])`)).toMatchObject({ lines: [], stderr: 'a\nb\n', status: 2 })
  })
})
