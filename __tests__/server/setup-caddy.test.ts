import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { caddySite } from '../../src/fixes/proxy-config.ts'
import { codesOf, factsOf } from './looks.ts'
import { canMakeMachines, Machine, type Outcome, onMachine } from './machine.ts'

vi.setConfig({ testTimeout: 60_000 })

const script = 'server/setup_caddy_webhook.sh'
const name = 'shop.example.com'
const theirs = 'http://old.example.com:8080 {\n\trespond old\n}\n'
describe.runIf(canMakeMachines)(onMachine, () => {
  let machine: Machine

  beforeAll(async () => {
    machine = await Machine.start(['docker', 'podman', 'nginx', 'apache2', 'haproxy'])
    machine.background('/usr/bin/python3 __tests__/server/programs/app.py 127.0.0.1 8000', 8000)
  }, 60_000)
  afterAll(() => machine.stop())

  const caddyfile = (text: string): string =>
    machine.must(`rm -rf /etc/caddy/webhooks.d; cat >/etc/caddy/Caddyfile <<'END'\n${text}END\n`)
  const etc = (): string => machine.must('cd /etc/caddy && find . -type f -exec md5sum {} + | sort')
  const setup = (options: string, shell = 'sh'): Outcome =>
    machine.sh(`umask 077; ${shell} ${script} ${options}`, { shell })
  const post = (path: string): string =>
    machine.must(
      `curl -sk --http1.1 -o /dev/null -w '%{http_code}' --resolve ${name}:443:127.0.0.1 -X POST -d '{}' https://${name}${path}`
    )

  afterEach(() => {
    machine.sh('caddy stop')
    for (const port of [443, 2019]) machine.untilFree(port)
  })

  describe.each(['dash', 'bash', 'busybox sh'])('under %s', shell => {
    test('sets the site up beside the others, and a second run changes nothing', () => {
      caddyfile(theirs)
      const dry = etc()
      expect(setup(`--domain ${name} --internal-tls --dry-run`, shell)).toMatchObject({
        code: 0,
        out: expect.stringContaining('+import webhooks.d/*.caddy')
      })
      expect(etc()).toBe(dry)
      const first = setup(`--domain ${name} --internal-tls`, shell)
      expect(first).toMatchObject({
        code: 0,
        out: expect.stringContaining(`POST https://${name}/webhooks/stripe through the proxy, from here: 400`)
      })
      expect(post('/webhooks/stripe')).toBe('400')
      expect(machine.must('setpriv --reuid=caddy --clear-groups cat /etc/caddy/webhooks.d/*.caddy')).toContain(name)
      const before = etc()
      const second = setup(`--domain ${name} --internal-tls`, shell)
      expect(second.code).toBe(0)
      expect(second.out).not.toContain('written')
      expect(etc()).toBe(before)
      expect(machine.must('curl -s http://old.example.com:8080/ --resolve old.example.com:8080:127.0.0.1')).toBe('old')
    })

    test('puts everything back where Caddy does not take it', () => {
      // One site without braces: an import at its end would be inside it.
      caddyfile(':8080\nrespond old\n')
      const before = etc()
      const { code, out } = setup(`--domain ${name} --internal-tls`, shell)
      expect(code).toBe(1)
      expect(out).toContain('putting everything back as it was')
      expect(etc()).toBe(before)
    })
  })

  test('with --only-webhook nothing else is forwarded', () => {
    caddyfile('')
    expect(setup(`--domain ${name} --internal-tls --only-webhook --path /hooks/in --health /up`).code).toBe(0)
    expect(['/hooks/in', '/up', '/hooks/in/more', '/admin'].map(post)).toEqual(['400', '400', '404', '404'])
  })

  test('without a certificate it says so, and the site stands', () => {
    caddyfile('{\n\tacme_ca https://127.0.0.1:9/dir\n}\n')
    const { code, out } = setup(`--domain ${name}`)
    expect(code).toBe(3)
    expect(out).toContain(`Caddy has no certificate for ${name} yet`)
  })

  test('refuses a name that another site has, and a configuration that is broken already', () => {
    caddyfile(`https://${name.toUpperCase()}, b.example.com {\n\trespond mine\n}\n`)
    const before = etc()
    expect(setup(`--domain ${name}`)).toMatchObject({
      code: 1,
      err: expect.stringContaining(`/etc/caddy/Caddyfile already serves ${name}`)
    })
    expect(etc()).toBe(before)
    caddyfile('a.example.com {\n\tnonsense\n}\n')
    expect(setup(`--domain ${name}`)).toMatchObject({ code: 1, err: expect.stringContaining('broken already') })
  })

  test('the configuration is the one that fix writes, and Caddy takes it as formatted', () => {
    const given = { domain: name, port: 8123, path: '/hooks/in', healthPath: '/up' }
    const options = `--domain ${name} --port 8123 --path /hooks/in --health /up --print`
    for (const onlyWebhook of [false, true]) {
      const { out } = setup(`${options}${onlyWebhook ? ' --only-webhook' : ''}`)
      expect(out).toBe(caddySite({ ...given, onlyWebhook }))
      const adapted = machine.sh(
        `cat >/tmp/Caddyfile && caddy fmt /tmp/Caddyfile | cmp - /tmp/Caddyfile && caddy adapt --config /tmp/Caddyfile`,
        { input: out }
      )
      expect(adapted).toMatchObject({ code: 0, out: expect.stringContaining('"dial":"127.0.0.1:8123"') })
    }
  })

  test('the look at the server reads the routes of Caddy', () => {
    caddyfile(theirs)
    setup(`--domain ${name} --internal-tls`)
    const facts = factsOf(machine, `--domain ${name} --port 8000`)
    expect(facts.routes).toMatchObject([
      { proxy: 'caddy', port: 443, named: true, kind: 'forward', target: '127.0.0.1:8000' }
    ])
    expect(codesOf(facts)).not.toContain('proxy-no-route')
  })

  test('both set-up scripts share their common part word for word', () => {
    const common = (file: string): string => {
      const [part = ''] =
        /^# --- common to both[\s\S]*?(?=^# --- (nginx|Caddy) ---)/m.exec(readFileSync(`server/${file}`, 'utf8')) ?? []
      return part
    }
    expect(common('setup_nginx_webhook.sh').length).toBeGreaterThan(3000)
    expect(common('setup_caddy_webhook.sh')).toBe(common('setup_nginx_webhook.sh'))
  })
})
