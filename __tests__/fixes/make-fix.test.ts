import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeFix } from '../../src/fixes/make-fix.ts'
import { applyEdits, patchOf } from '../../src/fixes/patch.ts'
import { publicName } from '../../src/fixes/public-name.ts'
import { setupCommand } from '../../src/fixes/steps.ts'
import type { Edit, Finding } from '../../src/model/finding.ts'
import { SourceFile } from '../../src/text/location.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fix-'))
  execFileSync('git', ['init', '-q'], { cwd: folder })
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}
const read = (path: string): string | null => {
  try {
    return readFileSync(join(folder, path), 'utf8')
  } catch {
    return null
  }
}

/** Replaces the one place where `old` stands in the file. */
const edit = (file: string, old: string, text: string): Edit => {
  const source = new SourceFile(file, read(file) ?? '')
  const start = source.text.indexOf(old)
  return { ...source.location(start, start + old.length), text }
}

const finding = (...edits: readonly Edit[]): Finding => ({
  rule: 'public-without-tls',
  level: 'warning',
  message: 'm',
  at: edits[0] ?? { file: 'x', line: 1, column: 1, endLine: 1, endColumn: 1 },
  fix: { description: 'd', edits },
  related: []
})

const apply = (patch: string): void => {
  const { status, stderr } = spawnSync('git', ['apply', '-'], { cwd: folder, input: patch, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${stderr}\n${patch}`)
}

describe('git apply takes the patch of', () => {
  test.each([
    ['a workflow', '.github/workflows/deploy.yml'],
    ['a name with blanks', 'my deploy/run me.sh'],
    ['a name with quotes and a tab', 'a"b\\c\td.sh'],
    ['a name that is not ASCII', 'größe/схема.yml']
  ])('%s', (_, path) => {
    write(path, 'one\ntwo\nthree\nfour\ndocker run -p 8000:8000 app\nsix\nseven\neight\n')
    apply(patchOf([finding(edit(path, '8000:8000', '127.0.0.1:8000:8000'))], read))
    expect(read(path)).toBe('one\ntwo\nthree\nfour\ndocker run -p 127.0.0.1:8000:8000 app\nsix\nseven\neight\n')
  })

  test.each([
    ['no line break at the end', 'docker run -p 8000:8000 app'],
    ['CRLF', 'a\r\ndocker run -p 8000:8000 app\r\nb\r\n'],
    ['one line', 'docker run -p 8000:8000 app\n'],
    ['characters outside the basic plane before it', '# 😀\necho 😀; docker run -p 8000:8000 app\n']
  ])('a file with %s', (_, text) => {
    write('run.sh', text)
    apply(patchOf([finding(edit('run.sh', '8000:8000', '127.0.0.1:8000:8000'))], read))
    expect(read('run.sh')).toBe(text.replace('8000:8000', '127.0.0.1:8000:8000'))
  })

  test('several findings in several files', () => {
    write('a.yml', `${Array.from({ length: 30 }, (_, i) => `line ${i}.`).join('\n')}\n`)
    write('b.yml', 'command: uvicorn --host 127.0.0.1\n')
    const findings = [
      finding(edit('a.yml', 'line 27.', 'last')),
      finding(edit('b.yml', '127.0.0.1', '0.0.0.0')),
      finding(edit('a.yml', 'line 2.', 'two\nlines'), edit('a.yml', 'line 3.', ''))
    ]
    const patch = patchOf(findings, read)
    apply(patch)
    expect(read('a.yml')).toMatch(/^line 0\.\nline 1\.\ntwo\nlines\n\nline 4\.[\s\S]*line 26\.\nlast\nline 28\./)
    expect(read('b.yml')).toBe('command: uvicorn --host 0.0.0.0\n')
  })

  test('any edits of any text', () => {
    const texts = fc
      .array(fc.stringMatching(/^[a-c \t]{0,6}$/), { minLength: 1, maxLength: 20 })
      .map(lines => lines.join('\n'))
    const place = fc.tuple(fc.nat(200), fc.nat(5), fc.stringMatching(/^[x\n]{0,3}$/))
    fc.assert(
      fc.property(texts, place, place, (text, ...places) => {
        write('f', text)
        const source = new SourceFile('f', text)
        const edits = places.map(([start, length, replacement]) => {
          const from = Math.min(start, text.length)
          return { ...source.location(from, Math.min(from + length, text.length)), text: replacement }
        })
        const patch = patchOf(
          edits.map(each => finding(each)),
          read
        )
        if (patch === '') return
        apply(patch)
        expect(read('f')).not.toBe(text)
        const [first] = edits
        expect([applyEdits(text, edits), applyEdits(text, first ? [first] : [])]).toContain(read('f'))
      }),
      { numRuns: 60 }
    )
  })
})

describe('a fix is left out', () => {
  beforeEach(() => write('a.sh', 'docker run -p 8000:8000 app\n'))

  test('as a whole where one of its edits meets that of another', () => {
    const first = finding(edit('a.sh', '8000:8000', '127.0.0.1:8000:8000'))
    const second = finding(edit('a.sh', 'docker', 'podman'), edit('a.sh', '8000 app', '80 app'))
    apply(patchOf([first, second], read))
    expect(read('a.sh')).toBe('docker run -p 127.0.0.1:8000:8000 app\n')
  })

  test('but not where two say the same', () => {
    const same = finding(edit('a.sh', '8000:8000', '127.0.0.1:8000:8000'))
    apply(patchOf([same, same], read))
    expect(read('a.sh')).toBe('docker run -p 127.0.0.1:8000:8000 app\n')
  })

  test('where the file is gone, or shorter than it was', () => {
    const late = { ...edit('a.sh', '8000:8000', 'x'), line: 40, endLine: 40 }
    expect(patchOf([finding(late), finding({ ...late, file: 'gone.sh' })], read)).toBe('')
  })
})

describe('the folder', () => {
  const given = {
    domain: 'shop.example.com',
    proxy: 'nginx',
    folder: 'fix',
    app: { name: 'web', port: 8000, publication: null },
    others: [],
    routed: false,
    path: '/webhooks/stripe',
    healthPath: '/health',
    findings: []
  } as const

  test('holds configuration, script, steps and what looks at the server', () => {
    const files = makeFix(given, read)
    expect(files.map(each => each.path)).toEqual([
      'README.md',
      'nginx-site.conf',
      'setup_nginx_webhook.sh',
      'diagnose_webhook_networking.sh'
    ])
    expect(makeFix({ ...given, proxy: 'caddy' }, read).map(each => each.path)).toContain('Caddyfile')
  })

  test('tells every step, in order, ready to copy', () => {
    const [readme] = makeFix({ ...given, path: '/hooks/in' }, read)
    const text = readme?.text ?? ''
    expect(text.match(/^## .*/gm)).toEqual([
      '## 1. DNS',
      '## 2. The app',
      '## 3. The proxy and its certificate',
      '## 4. Firewall',
      '## 5. The webhook',
      '## 6. Is it so?'
    ])
    expect(text).toContain(
      'sudo bash setup_nginx_webhook.sh --domain shop.example.com --port 8000 --path /hooks/in --certbot'
    )
    expect(text).toContain('https://shop.example.com/hooks/in')
    expect(text).toContain('`web`')
  })

  test('has a patch where a finding has one, and the steps begin with it', () => {
    write('compose.yaml', 'services:\n  web:\n    ports: ["8000:8000"]\n')
    const files = makeFix(
      { ...given, findings: [finding(edit('compose.yaml', '8000:8000', '127.0.0.1:8000:8000'))] },
      read
    )
    expect(files.at(-1)).toEqual({
      path: 'patch.diff',
      text: '# Made by webhook-reach-check; git apply takes it.\n--- a/compose.yaml\n+++ b/compose.yaml\n@@ -1,3 +1,3 @@\n services:\n   web:\n-    ports: ["8000:8000"]\n+    ports: ["127.0.0.1:8000:8000"]\n'
    })
    expect(files[0]?.text).toContain('## 0. The checkout')
    expect(files[0]?.text).toContain('git apply fix/patch.diff\n')
  })

  test.each([
    ['a domain', { domain: 'x.example.com; } server {' }],
    ['an address', { domain: '127.0.0.1;x' }],
    ['a path', { path: "/a'; rm -rf /; '", healthPath: '/`id`\n' }],
    ['a service', { app: { name: '`whoami`\n## Run this\n```sh\nrm -rf /', port: 8000, publication: null } }]
  ])('takes no orders from %s', (_, hostile) => {
    for (const proxy of ['nginx', 'caddy'] as const) {
      const [readme, config] = makeFix({ ...given, ...hostile, proxy, onlyWebhook: true }, read)
      expect(`${readme?.text}${config?.text}`).not.toMatch(/server \{.*server \{|^rm -rf|rm -rf \/;|^## Run|`id`\n/m)
      expect(readme?.text.match(/^```/gm)?.length).toBe(12)
    }
  })

  test.each([
    ['MÜNCHEN.example', 'xn--mnchen-3ya.example'],
    ['a.example.', 'a.example'],
    ['198.51.100.7', null],
    ['[2001:db8::1]', null],
    ['a.example/x', null],
    [`${'a'.repeat(64)}.example`, null],
    ['localhost', null]
  ])('%s is the public name %s', (text, name) => expect(publicName(text)).toBe(name))

  test('the command names only what is not the default', () => {
    const setup = {
      domain: 'a.example.com',
      port: 8000,
      path: '/webhooks/stripe',
      healthPath: '/health',
      onlyWebhook: false
    }
    expect(setupCommand({ ...setup, proxy: 'caddy' })).toBe(
      'sudo bash setup_caddy_webhook.sh --domain a.example.com --port 8000'
    )
    expect(setupCommand({ ...setup, proxy: 'nginx', healthPath: '/up', onlyWebhook: true })).toBe(
      'sudo bash setup_nginx_webhook.sh --domain a.example.com --port 8000 --health /up --only-webhook --certbot'
    )
  })
})
