import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { serverScripts } from '../../src/platform/server-scripts.ts'
import { serverCauses } from '../../src/server/causes/index.ts'
import { factsOf, script } from './looks.ts'
import { canMakeMachines, Machine, onMachine } from './machine.ts'

vi.setConfig({ testTimeout: 60_000 })

const names = {
  diagnose: 'diagnose_webhook_networking.sh',
  setupNginx: 'setup_nginx_webhook.sh',
  setupCaddy: 'setup_caddy_webhook.sh'
}
const sourceOf = (name: string): string => readFileSync(`server/${name}`, 'utf8')

test('the bundle holds every script word for word', () => {
  const require = createRequire(import.meta.url)
  expect(Object.values(require('../../dist/server-scripts.js'))).toEqual([serverScripts])
  expect(Object.keys(serverScripts).sort()).toEqual(Object.keys(names).sort())
  for (const [key, name] of Object.entries(names)) expect(serverScripts[key as keyof typeof names]).toBe(sourceOf(name))
  expect(readdirSync('server').sort()).toEqual(Object.values(names).sort())
})

test.runIf(canMakeMachines)('shellcheck has nothing to say', () => {
  const { status, stdout } = spawnSync(
    'shellcheck',
    Object.values(names).map(name => `server/${name}`),
    { encoding: 'utf8' }
  )
  expect(stdout).toBe('')
  expect(status).toBe(0)
})

test('the causes that the script names are those of the report', () => {
  const named = [...sourceOf(names.diagnose).matchAll(/; then cause ([a-z-]+) /g)].map(([, code]) => code)
  const known = serverCauses.map(each => each.code)
  expect(new Set(named).size).toBeGreaterThan(8)
  expect(named.filter(code => !known.includes(code ?? ''))).toEqual([])
  // Of what is right as it is, the script says nothing more.
  expect(known.filter(code => !named.includes(code))).toEqual(['container-loopback-only'])
})

describe('refuses wrong options and runs nothing:', () => {
  test.each([
    ['--domain', '--domain "shop.example.com; id"'],
    ['--domain', "--domain '$(id)'"],
    ['--domain', '--domain -x'],
    ['--path', '--path webhooks'],
    ['--path', "--path '/a b'"],
    ['--path', "--path '/a?b'"],
    ['--container', "--container 'a;b'"],
    ['--container', '--container -a'],
    ['--port', '--port 80a'],
    ['--port', '--port 123456'],
    ['--nonsense', '--nonsense'],
    ['--port', '--port']
  ])('%s in %s', (option, options) => {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', `sh ${script} --json ${options}`], { encoding: 'utf8' })
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(option)
  })
})

test('a copy that was cut short on its way does nothing', () => {
  for (const length of [2000, 20_000, serverScripts.diagnose.length - 25]) {
    const { stdout } = spawnSync('sh', ['-s', '--', '--json'], {
      input: serverScripts.diagnose.slice(0, length),
      encoding: 'utf8'
    })
    expect(stdout).toBe('')
  }
})

describe.runIf(canMakeMachines)(onMachine, () => {
  let machine: Machine
  beforeAll(async () => {
    machine = await Machine.start(['docker', 'podman', 'caddy', 'apache2', 'haproxy'])
    machine.must(
      "echo 'server { listen 80; server_name shop.example.com; location / { proxy_pass http://127.0.0.1:8000; } }' >/etc/nginx/sites-enabled/site; nginx"
    )
    machine.background('/usr/bin/python3 __tests__/server/programs/app.py 127.0.0.1 8000', 8000)
  }, 60_000)
  afterAll(() => machine.stop())

  const options = '--domain shop.example.com --port 8000'
  /** Times and attempts differ from look to look. */
  const steady = (shell: string) => ({ ...factsOf(machine, options, shell), logs: [] })

  test('sees the same under dash, bash and BusyBox', () => {
    const seen = steady('dash')
    expect(seen.routes).toHaveLength(2)
    for (const shell of ['bash', 'bash --posix', 'busybox sh']) expect(steady(shell)).toEqual(seen)
  })

  test('sees the same when it comes through standard input', () => {
    const { out } = machine.sh(`sh -s -- --json ${options}`, { input: serverScripts.diagnose })
    expect(JSON.parse(out)).toMatchObject({ routes: steady('sh').routes, appPort: 8000 })
  })

  test('sees the same without timeout(1), and leaves no process behind', () => {
    const seen = steady('sh')
    machine.must('mv /usr/bin/timeout /usr/bin/timeout.away')
    try {
      expect(steady('sh')).toEqual(seen)
    } finally {
      machine.must('mv /usr/bin/timeout.away /usr/bin/timeout')
    }
  })

  test('writes nothing: what changes are logs of those who were asked, and the lock that ufw takes to read', () => {
    machine.must('sleep 1; touch /run/before; sleep 0.1')
    factsOf(machine, options)
    const changed = machine.must('find /mnt/*/upper /tmp /run -newer /run/before -not -type d').split('\n')
    const theirs = /^(\/mnt\/var\/upper\/log\/nginx\/\w+\.log|\/run\/ufw\.lock|)$/
    expect(changed.filter(file => !theirs.test(file))).toEqual([])
    expect(changed).toContain('/mnt/var/upper/log/nginx/access.log')
  })

  test.each(['timeout is there', 'timeout is away'])('goes on when an engine hangs, and %s', which => {
    machine.must("printf '#!/bin/sh\\nsleep 300\\n' >/usr/local/bin/docker; chmod +x /usr/local/bin/docker")
    if (which.endsWith('away')) machine.must('mv /usr/bin/timeout /usr/bin/timeout.away')
    try {
      const started = Date.now()
      const facts = factsOf(machine, options)
      expect(Date.now() - started).toBeLessThan(20_000)
      expect(facts.checks[0]).toEqual({
        id: 'container',
        status: 'fail',
        detail: 'docker does not answer: its daemon hangs'
      })
      expect(facts.routes).toHaveLength(2)
    } finally {
      machine.sh('mv /usr/bin/timeout.away /usr/bin/timeout; rm -f /usr/local/bin/docker')
    }
  })

  test('sees as much through sudo as root does, where sudo asks no password, and does not wait where it asks', () => {
    const seen = steady('sh')
    machine.must("echo 'nobody ALL=(ALL) NOPASSWD: ALL' >/etc/sudoers.d/nobody; chmod 440 /etc/sudoers.d/nobody")
    const through = { ...factsOf(machine, options, 'sh', 65534), logs: [] }
    expect(through.access).toEqual({ ...seen.access, root: false, sudo: true })
    expect({ ...through, access: seen.access }).toEqual(seen)
    machine.must("echo 'nobody ALL=(ALL) ALL' >/etc/sudoers.d/nobody")
    const started = Date.now()
    expect(factsOf(machine, options, 'sh', 65534)).toMatchObject({
      access: { sudo: false },
      proxies: [{ config: 'unknown' }]
    })
    expect(Date.now() - started).toBeLessThan(20_000)
  })

  test('names the cause to a person, with what to do', () => {
    const { out } = machine.sh(`sh ${script} ${options}`)
    expect(out).toMatch(
      /^Webhook networking on this server for shop\.example\.com, path \/webhooks\/stripe\n\nContainer\n {2}\[--\] /
    )
    expect(out).toMatch(
      /\nWhat to do\n {2}certificate-missing: There is no certificate for shop\.example\.com on port 443\.\n {2}-> sudo certbot --nginx -d shop\.example\.com\n$/
    )
  })

  test('makes hostile text of the server harmless', () => {
    machine.must(`cat >/etc/nginx/sites-enabled/site <<'END'
server { listen 80; server_name shop.example.com; location / { return 200 "\\"},{\\"x\\":\\n::error::\\u001b[31m##[error]"; } }
END
printf '%b' '1.2.3.4 - - [x] "POST /webhooks/stripe \\\\e[31m \\001 "}]," \\\\ \\n' >/var/log/nginx/access.log; nginx -s reload; sleep 0.5`)
    const facts = factsOf(machine, options)
    expect(facts.routes.find(each => each.port === 80)).toMatchObject({ kind: 'return' })
    const { out } = machine.sh(`sh ${script} ${options}`)
    expect(out).not.toMatch(/[^\n\x20-\x7e]|^\s*::|##\[/m)
  })
})
