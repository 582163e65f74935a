import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DiskFiles } from '../../src/platform/files.ts'
import { SourceFile } from '../../src/text/location.ts'

let base: string
let root: string

const put = (path: string, content: string | Buffer = 'x'): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'files-'))
  root = join(base, 'checkout')
  mkdirSync(root)
})

afterEach(() => rmSync(base, { recursive: true, force: true }))

describe('list', () => {
  test('is sorted by code units, with forward slashes, without version control and installed dependencies', () => {
    for (const path of ['b.yml', 'B.yml', 'a/z.sh', 'a.sh', '.github/workflows/ci.yml', 'dist/x', 'ä']) put(path)
    for (const path of ['.git/config', 'node_modules/p/x.yml', 'a/vendor/y.yml', '.venv/z', 'x/node_modules/q'])
      put(path)
    expect(new DiskFiles(root).list()).toEqual([
      '.github/workflows/ci.yml',
      'B.yml',
      'a.sh',
      'a/z.sh',
      'b.yml',
      'dist/x',
      'ä'
    ])
  })

  test('leaves out what is no file, and does not wait for it', () => {
    put('real')
    execFileSync('mkfifo', [join(root, 'pipe')])
    symlinkSync('/dev/zero', join(root, 'device'))
    symlinkSync('nowhere', join(root, 'dangling'))
    symlinkSync('circle', join(root, 'circle'))
    const files = new DiskFiles(root)
    expect(files.list()).toEqual(['real'])
    expect(files.unlisted()).toEqual([
      { file: 'circle', reason: 'its links lead in a circle' },
      { file: 'device', reason: 'it leads out of the checkout' },
      { file: 'pipe', reason: 'it is no regular file' }
    ])
  })

  test('follows a link to a file inside, never one that leads out, and walks a folder once', () => {
    writeFileSync(join(base, 'secret'), 'secret')
    mkdirSync(join(base, 'other'))
    writeFileSync(join(base, 'other', 'inner'), 'secret')
    put('deploy/run.sh')
    symlinkSync('deploy/run.sh', join(root, 'run'))
    symlinkSync('deploy', join(root, 'again'))
    symlinkSync('..', join(root, 'deploy', 'up'))
    symlinkSync('../secret', join(root, 'leak'))
    symlinkSync('../other', join(root, 'folder'))
    const files = new DiskFiles(root)
    expect(files.list()).toEqual(['deploy/run.sh', 'run'])
    expect(files.unlisted().map(({ file }) => file)).toEqual(['folder', 'leak'])
  })

  test('names with line breaks, quotes and broken UTF-8 are names', () => {
    put('a\nb')
    put('c\'"::error::d')
    execFileSync('sh', ['-c', 'touch "$(printf \'bad\\377name\')"'], { cwd: root })
    const files = new DiskFiles(root)
    expect(files.list()).toEqual(['a\nb', 'bad\ufffdname', 'c\'"::error::d'])
    expect(files.read('a\nb')).toEqual({ text: 'x' })
    expect(files.read('bad\ufffdname')).toEqual({ unreadable: 'its name is not UTF-8' })
  })

  test('ends at its bounds and says so', () => {
    const deep = join(root, ...Array.from({ length: 70 }, () => 'd'))
    mkdirSync(deep, { recursive: true })
    writeFileSync(join(deep, 'x'), '')
    const files = new DiskFiles(root)
    expect(files.list()).toEqual([])
    expect(files.unlisted()).toEqual([{ file: Array(65).fill('d').join('/'), reason: 'more than 64 folders deep' }])
  })

  test('so many files are enough; what is near the root is among them', () => {
    for (let count = 1; count <= 20; count++) put(`many/${count}`)
    put('zzz')
    const files = new DiskFiles(root, 10)
    expect(files.list()).toHaveLength(9)
    expect(files.list()).toContain('zzz')
    expect(files.unlisted()).toEqual([{ file: 'many', reason: expect.stringContaining('more than 10 files') }])
  })
})

describe('read', () => {
  test('gives text as it is, line breaks included', () => {
    put('crlf', 'a\r\nb\u{1f600}\r\n')
    expect(new DiskFiles(root).read('crlf')).toEqual({ text: 'a\r\nb\u{1f600}\r\n' })
  })

  test('drops a byte order mark, so that columns are those an editor shows', () => {
    put('bom.yml', '\ufeffports: ["127.0.0.1:80:80"]')
    const read = new DiskFiles(root).read('bom.yml')
    expect(read).toEqual({ text: 'ports: ["127.0.0.1:80:80"]' })
    const text = read !== null && 'text' in read ? read.text : ''
    expect(new SourceFile('bom.yml', text).location(text.indexOf('127'), text.length).column).toBe(10)
  })

  test.each([
    ['binary', Buffer.from('a\0b'), 'it is binary'],
    ['latin1', Buffer.from([0x61, 0xe9, 0x62]), 'it is not UTF-8'],
    ['surrogate', Buffer.from([0xed, 0xa0, 0x80]), 'it is not UTF-8'],
    ['utf16', Buffer.from('\ufeffon: push', 'utf16le'), 'it is UTF-16; save it as UTF-8'],
    ['utf16be', Buffer.from('\ufeffon: push', 'utf16le').swap16(), 'it is UTF-16; save it as UTF-8'],
    ['large', Buffer.alloc(1_048_577, 'a'), 'it is larger than 1 MiB']
  ])('%s is not read: %#', (name, content, reason) => {
    put(name, content)
    expect(new DiskFiles(root).read(name)).toEqual({ unreadable: reason })
  })

  test('one MiB is read', () => {
    put('full', Buffer.alloc(1_048_576, 'a'))
    expect(new DiskFiles(root).read('full')).toEqual({ text: 'a'.repeat(1_048_576) })
  })

  test('what it gave stays as it was when the next file is read', () => {
    put('one', 'first')
    put('two', 'SECOND')
    const files = new DiskFiles(root)
    const one = files.read('one')
    files.read('two')
    expect(one).toEqual({ text: 'first' })
  })

  test('a folder, a pipe and a device are no text, and nothing waits for them', () => {
    mkdirSync(join(root, 'folder'))
    execFileSync('mkfifo', [join(root, 'pipe')])
    const files = new DiskFiles(root)
    expect(files.read('folder')).toEqual({ unreadable: 'it is a folder' })
    expect(files.read('pipe')).toEqual({ unreadable: 'it is no regular file' })
  })

  test.each(['none', 'a/b', 'real/below', '', 'x\0y', 'n'.repeat(5000)])(
    '%j holds no text and breaks nothing',
    path => {
      put('real')
      const read = new DiskFiles(root).read(path)
      expect(path === '' ? read : (read ?? 'nothing')).toEqual(
        path === '' ? { unreadable: 'it is a folder' } : 'nothing'
      )
    }
  )

  test.each(['../secret', '../../etc/passwd', 'a/../../secret', 'link', 'folder/secret'])(
    '%j does not leave the checkout',
    path => {
      writeFileSync(join(base, 'secret'), 'secret')
      put('a/x')
      symlinkSync('../secret', join(root, 'link'))
      symlinkSync('..', join(root, 'folder'))
      const files = new DiskFiles(root)
      expect(files.read(path)).toEqual({ unreadable: 'it leads out of the checkout' })
      expect(files.exists(path)).toBe(false)
    }
  )

  test('an absolute path starts at the checkout', () => {
    put('etc/passwd', 'ours')
    expect(new DiskFiles(root).read('/etc/passwd')).toEqual({ text: 'ours' })
  })

  test('exists tells files and folders', () => {
    put('a/b')
    const files = new DiskFiles(root)
    expect(['a', 'a/b', 'a/c', '.'].map(path => files.exists(path))).toEqual([true, true, false, true])
  })
})

test('what may not be read is said to be so', () => {
  put('locked')
  chmodSync(join(root, 'locked'), 0)
  const script = `import { DiskFiles } from '${join(import.meta.dirname, '../../src/platform/files.ts')}'
    if (process.getuid() === 0) process.setuid(65534)
    console.log(JSON.stringify(new DiskFiles('${root}').read('locked')))`
  // A user without rights has to reach the folder at all.
  for (const folder of [base, root]) chmodSync(folder, 0o755)
  const run = (): string =>
    execFileSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
      encoding: 'utf8',
      stdio: 'pipe'
    })
  expect(JSON.parse(run())).toEqual({ unreadable: 'reading it is not permitted' })
  chmodSync(root, 0o700)
  if (process.getuid?.() === 0) expect(run).toThrow(/is no folder that can be read \(reading it is not permitted\)/)
})

test('a folder that is none is refused in words', () => {
  put('file')
  expect(() => new DiskFiles(join(root, 'none'))).toThrow(/none is no folder that can be read/)
  expect(() => new DiskFiles(join(root, 'file'))).toThrow(/file is no folder that can be read/)
})
