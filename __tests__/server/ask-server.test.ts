import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { ServerOutcome } from '../../src/reports/outcome.ts'
import { sshFailure } from '../../src/server/ssh-failures.ts'
import { canMakeMachines, Machine, onMachine } from './machine.ts'

vi.setConfig({ testTimeout: 60_000 })

test('a shell that hangs after the login is no firewall', () => {
  const outcome = { exitCode: null, stdout: '', stderr: '', error: null, timedOut: true, ms: 90_000 }
  const finding = sshFailure({ user: 'deploy', host: 'shop.example.com', port: 22 }, outcome)
  expect(finding.message).toBe('shop.example.com was reached over ssh, but the look at it did not end in time.')
  expect(finding.fix).toContain('.bashrc')
})

describe.runIf(canMakeMachines)(onMachine, () => {
  let machine: Machine

  beforeAll(async () => {
    machine = await Machine.start(['docker', 'podman', 'caddy', 'apache2', 'haproxy', 'nginx'])
    machine.must(`mkdir -p /run/ssh '/run/temp folder%h' && cd /run/ssh && chmod 755 .
    ssh-keygen -q -t ed25519 -N '' -f host; ssh-keygen -q -t ed25519 -N '' -f user; ssh-keygen -q -t ed25519 -N '' -f stranger
    ssh-keygen -q -t ed25519 -N secret -f locked; ssh-keygen -q -t rsa -b 2048 -m PEM -N '' -f pem
    useradd -m -s /bin/sh deploy; useradd -m -s /usr/sbin/nologin nobody2; useradd -m -s /bin/bash forced
    for name in deploy nobody2 forced; do usermod -p '*' $name; done
    for name in deploy nobody2; do mkdir -p /run/ssh/keys; cat user.pub pem.pub >keys/$name; done
    echo "command=\\"echo hello\\" $(cat user.pub)" >keys/forced`)
    machine.background(
      '/usr/sbin/sshd -D -e -f /dev/null -h /run/ssh/host -p 2222 -o ListenAddress=127.0.0.1 -o AuthorizedKeysFile=/run/ssh/keys/%u -o StrictModes=no -o PidFile=none -o PasswordAuthentication=no -o Banner=/run/ssh/host.pub',
      'ssh-keyscan -p 2222 127.0.0.1 2>/dev/null | grep -q ed25519'
    )
  }, 60_000)
  afterAll(() => machine.stop())

  const read = (name: string): string => machine.must(`cat /run/ssh/${name}`)
  const knownHosts = (): string => machine.must('ssh-keyscan -p 2222 127.0.0.1 2>/dev/null')
  const program = fileURLToPath(new URL('./ask-inside.ts', import.meta.url))
  const login = { user: 'deploy', host: '127.0.0.1', port: 2222 }
  const question = { domain: '', path: "/hook's (1)", container: 'none', port: 8000 }

  interface Asked {
    readonly outcome: ServerOutcome
    readonly log: readonly string[]
    readonly remembered: readonly string[]
  }

  const ask = (changes: object, environment = ''): Asked => {
    const access = { login, key: read('user'), knownHosts: knownHosts(), ...changes }
    const node = process.execPath
    const input = JSON.stringify({ access, question })
    const { code, out, err } = machine.sh(`${environment} ${node} ${program}`, { input })
    if (code !== 0) throw new Error(`${code}: ${err}${out}`)
    expect(machine.must("ls -A '/run/temp folder%h'")).toBe('')
    return JSON.parse(out)
  }

  describe('looks over ssh', () => {
    test('and says what it saw; the key is gone afterwards', () => {
      const { outcome, log, remembered } = ask({})
      expect(outcome.findings.map(each => each.code)).toEqual(['proxy-not-installed'])
      expect(outcome.checklist.find(each => each.id === 'proxy-running')).toEqual({
        id: 'proxy-running',
        state: 'no',
        detail: 'none is installed'
      })
      expect(log).toContain('  [!!] nothing listens on port 443: providers call https://, which is port 443')
      expect(remembered).toHaveLength(1)
    })

    test('with a PEM key that lost its line break and has CRLF', () => {
      expect(ask({ key: read('pem').trim().replaceAll('\n', '\r\n') }).outcome.checklist).not.toEqual([])
    })

    test('with the agent where no key is given', () => {
      const agent = 'eval "$(ssh-agent)" >/dev/null; trap "ssh-agent -k >/dev/null" EXIT; ssh-add -q /run/ssh/user;'
      expect(ask({ key: '' }, agent).outcome.checklist).not.toEqual([])
    })

    test('or here, where the runner is the server', () => {
      const { outcome, remembered } = ask({ login: 'local' })
      expect(outcome.findings.map(each => each.code)).toEqual(['proxy-not-installed'])
      expect(remembered).toEqual([])
    })
  })

  describe('tells the failures of ssh apart, as warnings:', () => {
    const hostKey = (text: string): string => `[127.0.0.1]:2222 ${text}`
    test.each<[string, () => object, string, RegExp, RegExp]>([
      [
        'no known host',
        () => ({ knownHosts: ' \n' }),
        'server-host-key',
        /`ssh-known-hosts` is empty.*nothing was sent/,
        /ssh-keyscan -p 2222 127\.0\.0\.1.*compare the fingerprints/
      ],
      [
        'another host is known',
        () => ({ knownHosts: `shop.example.com ${read('host.pub')}` }),
        'server-host-key',
        /is not among `ssh-known-hosts`/,
        /ssh-keyscan -p 2222/
      ],
      [
        'the host key is another',
        () => ({ knownHosts: hostKey(read('stranger.pub')) }),
        'server-host-key',
        /shows another host key/,
        /somebody may stand in between/
      ],
      [
        'the key is not let in',
        () => ({ key: read('stranger') }),
        'server-auth',
        /does not let deploy in with this key/,
        /authorized_keys of deploy/
      ],
      [
        'the user is not there',
        () => ({ login: { ...login, user: 'ghost' } }),
        'server-auth',
        /does not let ghost in/,
        /authorized_keys of ghost/
      ],
      ['the key has a passphrase', () => ({ key: read('locked') }), 'server-auth', /has a passphrase/, /ssh-keygen/],
      [
        'the key is broken',
        () => ({ key: read('user').replace(/\n.{20}/, '\n') }),
        'server-auth',
        /cannot read the private key/,
        /whole file/
      ],
      [
        'nothing listens',
        () => ({ login: { ...login, port: 2223 }, knownHosts: hostKey(read('host.pub')) }),
        'server-unreachable',
        /127\.0\.0\.1, port 2223 refuses ssh/,
        /user@host:port/
      ],
      [
        'no such name',
        () => ({ login: { ...login, host: 'gone.example.com' } }),
        'server-unreachable',
        /name gone\.example\.com could not be resolved/,
        /input `ssh`/
      ],
      [
        'no way there',
        () => ({ login: { ...login, host: '198.51.100.99' } }),
        'server-unreachable',
        /did not answer over ssh in time/,
        /firewall/
      ],
      [
        'the login has no shell',
        () => ({ login: { ...login, user: 'nobody2' } }),
        'server-unreachable',
        /let us in, but did not run the look at the server/,
        /nologin/
      ],
      [
        'a forced command',
        () => ({ login: { ...login, user: 'forced' } }),
        'server-unreachable',
        /let us in, but did not run/,
        /forced command/
      ]
    ])('%s', (_, changes, code, message, fix) => {
      const { outcome } = ask(changes())
      expect(outcome.findings).toEqual([
        { code, level: 'warning', message: expect.stringMatching(message), fix: expect.stringMatching(fix) }
      ])
      expect(outcome.checklist).toEqual([])
    })

    test('a service that is not ssh', () => {
      machine.background('/usr/bin/python3 __tests__/server/programs/app.py 127.0.0.1 2224', 2224)
      const { outcome } = ask({ login: { ...login, port: 2224 } })
      expect(outcome.findings).toMatchObject([{ code: 'server-unreachable', level: 'warning' }])
    })

    test('packets that are dropped', () => {
      machine.must('iptables -A INPUT -p tcp --dport 2225 -j DROP')
      const { outcome } = ask({ login: { ...login, port: 2225 } })
      expect(outcome.findings).toMatchObject([
        { code: 'server-unreachable', message: expect.stringContaining('in time') }
      ])
    })

    test('no ssh on the runner', () => {
      machine.must('mv /usr/bin/ssh /usr/bin/ssh.away')
      try {
        expect(ask({}).outcome.findings).toMatchObject([
          { code: 'server-unreachable', message: expect.stringContaining('no ssh client') }
        ])
      } finally {
        machine.must('mv /usr/bin/ssh.away /usr/bin/ssh')
      }
    })
  })
})
