import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { findingsOf } from '../../src/server/causes/index.ts'
import { checklistOf } from '../../src/server/checklist.ts'
import { codesOf, factsOf, script } from './looks.ts'
import { canMakeMachines, Machine, onMachine } from './machine.ts'

vi.setConfig({ testTimeout: 60_000 })

const hook = '--path /cgi-bin/hook'
const handler = (address: string, port: number): string => `/bin/httpd -f -h /www -p ${address}:${port}`

describe.runIf(canMakeMachines)(onMachine, () => {
  let machine: Machine

  beforeAll(async () => {
    machine = await Machine.start(['nginx', 'caddy', 'apache2', 'haproxy', 'traefik', 'cloudflared'])
    machine.startDocker()
    const run = (name: string, options: string, command: string): string =>
      machine.must(`docker run -d --name ${name} ${options} app:1 ${command}`)
    run('web', '-p 127.0.0.1:8000:8000 -e STRIPE_KEY=sk_live_abcdef123456', handler('0.0.0.0', 8000))
    run('inner', '-p 127.0.0.1:8001:8000', handler('127.0.0.1', 8000))
    run('hidden', '', handler('0.0.0.0', 8000))
    run('elsewhere', '-p 127.0.0.1:8003:8000', handler('0.0.0.0', 5000))
    run('old', '-p 127.0.0.1:8006:8000', '/bin/sh -c "exit 0"')
    machine.must('docker wait old')
    run('shop-api-1', '-p [::1]:8006:8000 -p 127.0.0.1:8006:8000', handler('0.0.0.0', 8000))
    run('crashed', '-p 127.0.0.1:8004:8000', '/bin/sh -c "exit 3"')
    run(
      'talker',
      '-p 8005:8000',
      `/bin/sh -c 'echo "INFO: 203.0.113.7:1 - \\"POST /webhooks/stripe?token=tok_verysecret HTTP/1.1\\" 400 Bad Request"; echo "::error::POST /webhooks/stripe key whsec_abcdefghijklmnop ##[group]x"; sleep 600'`
    )
  }, 60_000)

  afterAll(() => machine.stop())

  describe('an app on loopback with no proxy', () => {
    test('is named with its container, in one sentence with one fix', () => {
      const facts = factsOf(machine, `${hook} --domain shop.example.com --container web`)
      expect(codesOf(facts)).toEqual(['proxy-not-installed', 'container-loopback-only'])
      const [finding] = findingsOf(facts)
      expect(finding?.message).toBe(
        'Nothing listens on port 443 for the internet, nginx is not installed, nor is Caddy, Apache, HAProxy or Traefik, and container web is published on 127.0.0.1:8000 only.'
      )
      expect(finding?.fix).toContain('sudo bash setup_nginx_webhook.sh --domain shop.example.com --port 8000 --certbot')
      expect(facts.requests).toEqual([{ to: 'app', url: 'http://127.0.0.1:8000/cgi-bin/hook', status: 400, error: '' }])
      expect(facts.cause).toBe('proxy-not-installed')
    })

    test('is found by its port as well', () => {
      expect(factsOf(machine, '--port 8000').containers.find(each => each.app)?.name).toBe('web')
    })

    test('by the name that compose knows, and by a port that a container before it had', () => {
      for (const options of ['--container api', '--port 8006'])
        expect(factsOf(machine, options).containers.find(each => each.app)?.name).toBe('shop-api-1')
      const [request] = factsOf(machine, `${hook} --port 8006`).requests
      expect(request).toMatchObject({ to: 'app', status: 400 })
    })

    test('answers the points of the checklist that the server can answer', () => {
      const states = checklistOf(factsOf(machine, `${hook} --domain shop.example.com --container web`)).map(
        ({ id, state }) => `${id} ${state}`
      )
      expect(states).toEqual([
        'proxy-running no',
        'certificate-valid no',
        'dns-points-here unknown',
        'ports-open no',
        'unsigned-refused yes',
        'attempts-logged no'
      ])
    })
  })

  describe.each([
    ['container-not-running', '--container crashed', /^Container crashed is exited \(exit code 3, 0 restarts\)\.$/],
    ['container-not-running', '--container nobody', /^There is no container named nobody on the server\.$/],
    ['container-not-published', '--container hidden', /^Container hidden publishes no port/],
    [
      'container-not-published',
      '--container elsewhere',
      /publishes its port 8000, on which nothing listens inside: the app listens on 5000\.$/
    ],
    [
      'app-loopback-in-container',
      '--container inner',
      /^Inside container inner the app listens on 127\.0\.0\.1:8000 only/
    ]
  ])('%s with %s', (code, options, message) => {
    test('is found, and named by the script itself', () => {
      const facts = factsOf(machine, options)
      expect(findingsOf(facts)[0]).toMatchObject({ code, level: 'error', message: expect.stringMatching(message) })
      expect(facts.cause).toBe(code)
    })
  })

  test('tells from the log what has arrived, without what is secret in it', () => {
    const facts = factsOf(machine, '--container talker')
    expect(facts.logs).toEqual([
      {
        source: 'container talker',
        seen: 2,
        time: '',
        status: null,
        last: '::error::POST /webhooks/stripe key [secret] #_[group]x'
      }
    ])
    expect(checklistOf(facts).find(each => each.id === 'attempts-logged')).toEqual({
      id: 'attempts-logged',
      state: 'yes',
      detail: 'webhook attempts seen: 2 (container talker)'
    })
  })

  test('prints no environment value and no token, as JSON and as a checklist', () => {
    for (const container of ['web', 'talker']) {
      for (const format of ['', '--json']) {
        const { out } = machine.sh(`sh ${script} ${format} --container ${container}`)
        expect(out).not.toMatch(/sk_live_abc|whsec_abc|tok_verysecret|STRIPE_KEY/)
        expect(out).not.toMatch(/^\s*::/m)
      }
    }
  })

  test('says what a user without rights cannot see, and claims nothing of it', () => {
    const facts = factsOf(machine, '--domain shop.example.com --container web', 'sh', 65534)
    expect(facts.access).toEqual({ root: false, sudo: false, engine: '', engineDown: false })
    expect(facts.checks.find(each => each.id === 'container')).toMatchObject({
      status: 'skip',
      detail: expect.stringContaining('docker group')
    })
    expect(codesOf(facts)).toEqual(['proxy-not-installed'])
  })

  test('asks which container is meant where several may be', () => {
    const facts = factsOf(machine, '')
    expect(facts.checks.find(each => each.id === 'container')?.detail).toContain('--container NAME')
    expect(facts.containers.filter(each => each.app)).toEqual([])
  })
})
