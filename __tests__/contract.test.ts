import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { diagnosisPath, documentedDiagnoses } from '../scripts/pages/diagnosis-page.ts'
import { documentedRules, rulePath } from '../scripts/pages/rule-page.ts'
import { serverCodes } from '../scripts/pages/server-page.ts'
import { inputSpecs } from '../src/inputs/index.ts'
import { outputSpecs } from '../src/reports/outputs.ts'
import { ruleIds } from '../src/rules/index.ts'
import { serverCauses } from '../src/server/causes/index.ts'
import { codeOf, pages, read, repositoryFiles, sourceFiles } from './repository.ts'

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/** Names that are public: they may be added to, and change with a major version alone. */
const published = {
  rules: words(`
    loopback-without-proxy proxy-port-mismatch proxy-cannot-reach-loopback app-loopback-in-container
    container-port-mismatch public-without-tls proxy-bypass data-store-exposed proxy-without-tls proxy-blocks-webhook
    host-network-publish invalid-publish host-address-ignored publish-cut-off port-conflict unresolved-binding
    webhook-url-insecure dev-tunnel-in-deploy unreadable ignore-without-reason unused-ignore`),
  inputs: words(`
    mode paths proxy rules webhook-url provider expect-status expect-body health-url expect-health-status expect-version
    wait stable timeout direct-ports resolve signing-secret stripe-api-key stripe-events stripe-api-base ssh ssh-key
    ssh-known-hosts diagnose container fix-dir comment sarif fail-on github-token`),
  outputs: words('verdict diagnosis broken-hop webhook-status health-status findings warnings report'),
  server: words(`
    container-not-running container-not-published container-loopback-only app-loopback-in-container proxy-not-installed
    proxy-not-running proxy-config-invalid proxy-no-route firewall-blocks certificate-missing certificate-expired
    dns-elsewhere server-unreachable server-host-key server-auth`)
}

/** Codes of each hop: those that fail, those that warn or only tell. */
const publishedCodes: Readonly<Record<string, { fails: readonly string[]; warns: readonly string[] }>> = {
  dns: { fails: words('dns-nxdomain dns-no-address dns-failure dns-private-address'), warns: words('not-external') },
  tcp: {
    fails: words('tcp-refused tcp-timeout tcp-unreachable tcp-reset'),
    warns: words('ipv6-broken ipv6-untested port-80-closed direct-port-open')
  },
  tls: {
    fails: words(`
      tls-expired tls-not-yet-valid tls-name-mismatch tls-self-signed tls-incomplete-chain tls-untrusted tls-plain-http
      tls-old-protocol tls-client-certificate tls-timeout tls-handshake`),
    warns: words('tls-expires-soon tls-no-san')
  },
  http: {
    fails: words('https-required redirected response-timeout connection-closed malformed-response body-too-large'),
    warns: words('slow-response')
  },
  proxy: {
    fails: words(`
      proxy-bad-gateway proxy-unavailable proxy-gateway-timeout proxy-upstream-tls proxy-default-site
      proxy-plain-http-on-tls-port proxy-body-limit blocked`),
    warns: []
  },
  app: {
    fails: words(`
      route-not-found method-not-allowed unsigned-accepted validation-error app-error unexpected-status body-mismatch
      not-an-endpoint host-refused signing-secret-missing raw-body-lost signed-rejected tampered-accepted
      replay-accepted flapping`),
    warns: words('signed-handler-error replay-untested')
  },
  health: { fails: words('health-unreachable health-status health-wrong-version health-timeout'), warns: [] },
  stripe: {
    fails: words('stripe-endpoint-missing stripe-endpoint-disabled stripe-events-missing stripe-auth'),
    warns: words('stripe-wrong-mode stripe-undelivered-events stripe-api-unreachable')
  }
}

describe('public names', () => {
  test('every rule is there, and no other', () => {
    expect([...ruleIds].sort()).toEqual([...published.rules].sort())
  })

  test('every input is there, and every one that is offered works', () => {
    expect(inputSpecs.map(({ name }) => name).sort()).toEqual([...published.inputs].sort())
    expect(inputSpecs.filter(({ name }) => !published.inputs.includes(name))).toEqual([])
  })

  test('every output is there, and no other', () => {
    expect(outputSpecs.map(({ name }) => name).sort()).toEqual([...published.outputs].sort())
  })

  test.each(Object.entries(publishedCodes))(
    'every code of the hop %s is there, at its level',
    (hop, { fails, warns }) => {
      const here = documentedDiagnoses.filter(diagnosis => diagnosis.hop === hop)
      const codes = (errors: boolean) =>
        here.filter(({ level }) => (level === 'error') === errors).map(({ code }) => code)
      expect(codes(true).sort()).toEqual([...fails].sort())
      expect(codes(false).sort()).toEqual([...warns].sort())
    }
  )

  test('every code of the server is there, and has a page', () => {
    expect(serverCodes.map(({ code }) => code).sort()).toEqual([...published.server].sort())
    const causes = serverCauses.map(({ code }) => code)
    expect(causes.filter(code => !published.server.includes(code))).toEqual([])
  })
})

describe('documentation', () => {
  test('action.yml, the README and the pages are what the sources give', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/docs.ts', '--check'], { encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(status).toBe(0)
  })

  const all = [
    ...documentedRules.map(({ id }) => rulePath(id)),
    ...documentedDiagnoses.map(({ code }) => diagnosisPath(code))
  ]

  test.each([...all, ...serverCodes.map(({ code }) => diagnosisPath(code))])('%s says more than its frame', path => {
    const [, body = ''] =
      /<!-- hand-written: what stands here is kept -->([\s\S]*?)<!-- \/hand-written -->/.exec(read(path)) ?? []
    expect(body.trim().length).toBeGreaterThan(80)
    expect(read(path).replace(body, '')).not.toMatch(/undefined|\{[a-zA-Z]+\}(?!\})|[\uE000-\uF8FF]/)
  })

  /** What the runner itself says, and a form that has a test of its own. */
  const elsewhere = ['Unexpected input(s)', "'using: node24' is not supported", 'wait: got']
  const messages = [...read('docs/troubleshooting.md').matchAll(/^## `([^`]+)`/gm)].map(([, message = '']) => message)

  test.each(messages.filter(message => !elsewhere.some(words => message.startsWith(words))))(
    'the program says "%s"',
    message => {
      const sources = sourceFiles()
        .map(path => read(path).replaceAll('`', ''))
        .join('\n')
      const [longest = ''] = message
        .replace(/v?\d[\d.]*/g, '|')
        .split(/[^A-Za-z ,']+/)
        .sort((one, other) => other.length - one.length)
      expect(longest.trim().length).toBeGreaterThan(15)
      expect([longest.trim(), sources.includes(longest.trim())]).toEqual([longest.trim(), true])
    }
  )

  test('the README is of a length that people read, with a working example at its top', () => {
    const lines = read('README.md').split('\n')
    expect(lines.length).toBeGreaterThanOrEqual(350)
    expect(lines.length).toBeLessThanOrEqual(450)
    expect(lines.indexOf('```yaml')).toBeLessThan(40)
  })

  test.each(pages())('every link of %s leads to a file, and to a heading of it', page => {
    const links = [...withoutCode(read(page)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
    const broken = links.filter(target => !/^(https?:|mailto:)/.test(target) && !leadsSomewhere(page, target))
    expect(broken).toEqual([])
  })
})

const withoutCode = (text: string): string => text.replace(/^(`{3,})[\s\S]*?^\1$/gm, '').replace(/`[^`\n]*`/g, '')

function leadsSomewhere(page: string, target: string): boolean {
  const [path = '', anchor] = target.split('#')
  const file = path === '' ? page : join(dirname(page), path)
  if (!existsSync(file)) return false
  if (anchor === undefined) return true
  const headings = [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading))
  return headings.includes(anchor)
}

/** As GitHub makes it from a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

describe('boundaries', () => {
  const platform = /^src\/platform\//

  /** What touches the outside world, as it would be written, and the files where it may stand. */
  const outside: readonly (readonly [planted: string, pattern: RegExp, allowed: RegExp])[] = [
    ["import * as core from '@actions/core'", /(from |import\()'@actions\/(?!expressions)/, platform],
    ["import { request } from 'undici'", /(from |import\()'undici'/, platform],
    ["import Stripe from 'stripe'", /^import (?!type).* from 'stripe'|import\('stripe'\)/m, platform],
    ["import { connect } from 'node:net'", /(from |import\()'node:net'/, platform],
    ["import { connect } from 'node:tls'", /(from |import\()'node:tls'/, platform],
    ["import { resolve4 } from 'node:dns/promises'", /(from |import\()'node:dns/, platform],
    ["import { readFileSync } from 'node:fs'", /(from |import\()'node:fs/, platform],
    ["await import('node:child_process')", /(from |import\()'node:(child_process|cluster|worker_threads)'/, platform],
    ["import { get } from 'node:https'", /(from |import\()'node:https?2?'/, platform],
    ["import { tmpdir } from 'node:os'", /(from |import\()'node:os'/, platform],
    ['await fetch(url)', /(?<![\w.])fetch\(/, platform],
    ["process.env['HOME']", /(?<![\w.'-])process\./, /^src\/(platform\/|index\.ts$)/],
    ['Date.now()', /Date\.now\(|new Date\(\)|performance\.now\(/, platform],
    ['setTimeout(go, 10)', /(?<![\w.])set(Timeout|Interval|Immediate)\(/, platform],
    ['console.log(1)', /(?<![\w.])console\.(log|error|warn|info|debug|table|trace)\(/, platform]
  ]

  test.each(outside)('%s stands where it may', (planted, pattern, allowed) => {
    expect(planted).toMatch(pattern)
    const users = sourceFiles().filter(path => pattern.test(codeOf(path)))
    expect(users.filter(path => !allowed.test(path))).toEqual([])
  })
})

describe('the repository', () => {
  const files = repositoryFiles()

  test('no file is named after nothing', () => {
    const shapeless = /^(utils?|helpers?|types?|common|misc|shared|constants?|stuff)(\.|$)/
    const ours = files.filter(path => /^(src|scripts|__tests__|bench)\//.test(path) && /\.[mc]?[jt]s$/.test(path))
    expect(ours.filter(path => path.split('/').some(part => shapeless.test(part)))).toEqual([])
    const modules = ours.filter(path => !path.startsWith('__tests__/fixtures/'))
    expect(modules.filter(path => !/^[a-z\d-]+(\.test|\.d)?\.[mc]?[jt]s$/.test(basename(path)))).toEqual([])
  })

  test('no source is longer than people read', () => {
    /** One job each that reads worse in pieces: the shell's own order, a workflow's own nesting, the shell's own words. */
    const whole = ['src/sources/walk.ts', 'src/sources/workflow.ts', 'src/text/shell-words.ts']
    const most = (path: string): number => (whole.includes(path) ? 340 : 250)
    const long = sourceFiles().filter(path => (read(path).match(/\S.*/g)?.length ?? 0) > most(path))
    expect(long).toEqual([])
  })

  test('no source has what cannot be erased, and every import names its file', () => {
    const bad = sourceFiles().filter(path =>
      /^\s*(export )?(declare )?(const )?enum \w|^\s*(export )?namespace \w|from '\.[^']*(?<!\.ts|\.json)'/m.test(
        codeOf(path)
      )
    )
    expect(bad).toEqual([])
  })

  /** Put together here, so that this file does not hold them itself. */
  const joined = (...lists: readonly (readonly string[])[]): RegExp =>
    new RegExp(`(?<![\\w.$}-])(${lists.map(parts => parts.join('')).join('|')})`, 'i')

  test('it names no path of the machine that it was written on, and no registry', () => {
    const pattern = joined(['/', 'work', '/(main|shared|\\.library)'], ['registry', '\\.npmjs'], ['npm', 'mirror'])
    expect(['cd ', 'work', 'main'].join('/')).toMatch(pattern)
    expect(files.filter(path => pattern.test(read(path)))).toEqual([])
  })

  test('it speaks of itself alone', () => {
    const pattern = joined(['chat', 'gpt'], ['clau', 'de\\b'], ['anthro', 'pic'], ['sub', '-?agent'])
    // The bundle holds other people's packages too.
    expect(files.filter(path => !path.startsWith('dist/') && pattern.test(read(path)))).toEqual([])
  })
})
