import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { nginxSite } from '../../src/fixes/proxy-config.ts'
import { codesOf, factsOf } from './looks.ts'
import { canMakeMachines, Machine, type Outcome, onMachine } from './machine.ts'

vi.setConfig({ testTimeout: 60_000 })

const script = 'server/setup_nginx_webhook.sh'
const name = 'shop.example.com'
describe.runIf(canMakeMachines)(onMachine, () => {
  let machine: Machine

  beforeAll(async () => {
    machine = await Machine.start(['docker', 'podman', 'caddy', 'apache2', 'haproxy'])
    machine.must(
      `echo 'server { listen 80 default_server; server_name old.example.com; return 200 "old"; }' >/etc/nginx/sites-enabled/old`
    )
    machine.background('/usr/bin/python3 __tests__/server/programs/app.py 127.0.0.1 8000', 8000)
  }, 60_000)
  afterAll(() => machine.stop())

  /** Every file, link and time below /etc, but for what certbot logs: nothing changed where this is the same. */
  const etc = (): string =>
    machine.must("find /etc -printf '%p %l %m %T@\\n' | sort; find /etc/nginx -type f -exec md5sum {} + | sort")
  const setup = (options: string, shell = 'sh'): Outcome => machine.sh(`${shell} ${script} ${options}`, { shell })
  const forget = (): void => {
    machine.sh(
      'nginx -s stop; rm -f /etc/nginx/*/webhook-*; rm -rf /etc/letsencrypt/live /etc/letsencrypt/archive /etc/letsencrypt/renewal'
    )
    machine.untilFree(80)
  }
  afterEach(forget)

  const post = (url: string): string =>
    machine.must(
      `curl -sk -o /dev/null -w '%{http_code}' --resolve ${name}:80:127.0.0.1 --resolve ${name}:443:127.0.0.1 -X POST -d '{}' ${url}`
    )

  describe.each(['dash', 'bash', 'busybox sh'])('under %s', shell => {
    test('a dry run shows the site and changes nothing', () => {
      const before = etc()
      const { code, out } = setup(`--domain ${name} --dry-run --certbot`, shell)
      expect(code).toBe(0)
      expect(out).toContain(`would write: /etc/nginx/sites-available/webhook-${name}\n+# Made by`)
      expect(out).toContain('+    proxy_pass http://127.0.0.1:8000;')
      expect(out).toMatch(/would run: certbot --nginx[\s\S]*nothing was changed\n$/)
      expect(etc()).toBe(before)
    })

    test('sets the site up, and a second run changes nothing', () => {
      const first = setup(`--domain ${name}`, shell)
      expect(first).toMatchObject({
        code: 0,
        out: expect.stringContaining(`POST http://${name}/webhooks/stripe through the proxy, from here: 400`)
      })
      expect(first.out).toContain('on http alone')
      expect(post(`http://${name}/webhooks/stripe`)).toBe('400')
      const before = etc()
      const second = setup(`--domain ${name}`, shell)
      expect(second.code).toBe(0)
      expect(second.out).not.toMatch(/written|enabled/)
      expect(etc()).toBe(before)
      expect(machine.must('curl -s -H "Host: old.example.com" http://127.0.0.1/')).toBe('old')
    })

    test('puts everything back where nginx does not take it', () => {
      // Includes our snippet a second time, so that its location stands twice.
      machine.must(
        `echo 'server { listen 81; location / { return 200; } include /etc/nginx/snippets/webhook-*.conf; }' >/etc/nginx/sites-enabled/trap; nginx; sleep 0.2`
      )
      const before = etc()
      const { code, out, err } = setup(`--domain ${name}`, shell)
      const after = etc()
      machine.must('rm /etc/nginx/sites-enabled/trap')
      expect(code).toBe(1)
      expect(out).toMatch(/duplicate location "\/"[\s\S]*putting everything back/)
      expect(err).toContain('nginx does not take the configuration')
      expect(files(after)).toEqual(files(before))
      expect(machine.must('curl -s -H "Host: old.example.com" http://127.0.0.1/')).toBe('old')
    })
  })

  /** The folders' own times change when a file comes and goes. */
  const files = (listing: string): readonly string[] => listing.split('\n').filter(line => !/ 755 [\d.]+$/.test(line))

  test('a dry run of a change shows the difference', () => {
    setup(`--domain ${name}`)
    const { out } = setup(`--domain ${name} --port 9000 --dry-run`)
    expect(out).toContain('-    proxy_pass http://127.0.0.1:8000;\n+    proxy_pass http://127.0.0.1:9000;')
    expect(post(`http://${name}/webhooks/stripe`)).toBe('400')
  })

  test('what was there before stays when a change fails', () => {
    setup(`--domain ${name}`)
    const before = machine.must('cat /etc/nginx/snippets/webhook-*')
    machine.must(
      `echo 'server { listen 81; location = /health { return 200; } include /etc/nginx/snippets/webhook-*.conf; }' >/etc/nginx/sites-enabled/trap`
    )
    const { code } = setup(`--domain ${name} --only-webhook`)
    machine.must('rm /etc/nginx/sites-enabled/trap')
    expect(code).toBe(1)
    expect(machine.must('cat /etc/nginx/snippets/webhook-*')).toBe(before)
    expect(post(`http://${name}/webhooks/stripe`)).toBe('400')
  })

  test('with --only-webhook nothing else is forwarded', () => {
    expect(setup(`--domain ${name} --only-webhook --path /hooks/in --health /up`).code).toBe(0)
    expect(['/hooks/in', '/up', '/hooks/in/more', '/admin'].map(path => post(`http://${name}${path}`))).toEqual([
      '400',
      '400',
      '404',
      '404'
    ])
  })

  test('the configuration is the one that fix writes', () => {
    const given = { domain: name, port: 8123, path: '/hooks/in', healthPath: '/up' }
    const options = `--domain ${name} --port 8123 --path /hooks/in --health /up --print`
    expect(setup(options).out).toBe(nginxSite({ ...given, onlyWebhook: false }))
    expect(setup(`${options} --only-webhook`).out).toBe(nginxSite({ ...given, onlyWebhook: true }))
  })

  describe('refuses, with everything as it was:', () => {
    test.each<[string, string, string, number, RegExp]>([
      [
        'another site has the name',
        `echo 'server { listen 80; server_name x.example.com\n  SHOP.example.com; }' >/etc/nginx/sites-enabled/theirs`,
        `--domain ${name}`,
        1,
        /sites-enabled\/theirs already serves shop\.example\.com/
      ],
      [
        'another site has the name, in a folder of its own',
        `echo 'server { listen 80; server_name ${name}; }' >/etc/nginx/own.site; echo 'include own.site;' >/etc/nginx/sites-enabled/theirs`,
        `--domain ${name}`,
        1,
        /another site already serves shop\.example\.com \(nginx -T shows where\)/
      ],
      [
        'nginx is broken already',
        "echo 'server { listen }' >/etc/nginx/sites-enabled/theirs",
        `--domain ${name}`,
        1,
        /broken already, before anything was changed/
      ],
      [
        'a file of that name is not ours',
        `echo '# mine' >/etc/nginx/sites-available/webhook-${name}`,
        `--domain ${name}`,
        1,
        /is there and not from this script/
      ],
      [
        'it is neither Debian nor Ubuntu',
        "rm /etc/os-release; echo 'ID=fedora' >/etc/os-release",
        `--domain ${name}`,
        1,
        /neither Debian nor Ubuntu/
      ],
      ['no domain', 'true', '', 2, /needs --domain/],
      ['a domain with more in it', 'true', "--domain 'shop.example.com; }'", 2, /--domain takes a host name/],
      ['a port with more in it', 'true', `--domain ${name} --port '8000; }'`, 2, /--port takes a number/],
      ['a path with more in it', 'true', `--domain ${name} --path '/a { }'`, 2, /a path takes letters/],
      ['port 443', 'true', `--domain ${name} --port 443`, 2, /443 is the proxy's/]
    ])('%s', (_, arrange, options, code, message) => {
      machine.must(arrange)
      const before = etc()
      const outcome = setup(options)
      const after = etc()
      machine.must(
        `rm -f /etc/nginx/sites-enabled/theirs /etc/nginx/own.site /etc/nginx/sites-available/webhook-${name}; ln -sf ../usr/lib/os-release /etc/os-release`
      )
      expect(outcome.code).toBe(code)
      expect(outcome.err).toMatch(message)
      expect(files(after)).toEqual(files(before))
    })

    test('another program has port 80', () => {
      machine.background('/usr/bin/python3 __tests__/server/programs/app.py 127.0.0.1 80', 80)
      const { code, err } = setup(`--domain ${name}`)
      machine.must("kill $(ss -Hltnp 'sport = :80' | grep -o 'pid=[0-9]*' | cut -d= -f2); sleep 0.2")
      expect(code).toBe(1)
      expect(err).toContain('port 80 is taken by python3: let that forward to 127.0.0.1:8000, or stop it first')
    })
  })

  test('says that the app does not answer, and that the site stands', () => {
    const { code, out } = setup(`--domain ${name} --port 8999`)
    expect(code).toBe(3)
    expect(out).toContain('The proxy is set up, but no app answers on 127.0.0.1:8999')
  })

  test('installs nginx where it is missing, without a question', () => {
    // There is no package archive here, so apt-get itself is played: it puts the program back.
    machine.must(`mv /usr/sbin/nginx /usr/sbin/nginx.away
    printf '#!/bin/sh\\necho "$* $DEBIAN_FRONTEND" >>/run/apt.log\\ncase $1 in install) mv /usr/sbin/nginx.away /usr/sbin/nginx ;; esac\\n' >/usr/local/bin/apt-get
    chmod +x /usr/local/bin/apt-get`)
    const { code } = setup(`--domain ${name}`)
    machine.must('rm /usr/local/bin/apt-get')
    expect(code).toBe(0)
    expect(machine.must('cat /run/apt.log')).toBe(
      'update -q noninteractive\ninstall -q -y --no-install-recommends nginx noninteractive\n'
    )
  })

  test('opens ufw where that is active, once', () => {
    machine.must('ufw --force enable >/dev/null')
    expect(setup(`--domain ${name}`).out).toContain('ufw: opened port 80\nufw: opened port 443\n')
    expect(setup(`--domain ${name}`).out).not.toContain('ufw')
    expect(machine.must('ufw status')).toMatch(/^80\/tcp +ALLOW[\s\S]*^443\/tcp +ALLOW/m)
    machine.must('ufw --force reset >/dev/null')
  })

  describe('with --certbot', () => {
    beforeAll(() => {
      machine.background(
        'dnsmasq --keep-in-foreground --no-resolv --no-hosts --listen-address=127.0.0.1 --bind-interfaces --address=/shop.example.com/198.51.100.10',
        `dig +short ${name} | grep -q 198`
      )
      machine.must(`mkdir -p /run/acme && cd /run/acme
      openssl req -x509 -newkey rsa:2048 -nodes -keyout key -out cert -subj /CN=acme -days 3 -addext subjectAltName=IP:127.0.0.1 2>/dev/null
      echo '{"pebble":{"listenAddress":"127.0.0.1:14000","managementListenAddress":"127.0.0.1:15000","certificate":"cert","privateKey":"key","httpPort":80,"tlsPort":443}}' >config
      printf 'server = https://127.0.0.1:14000/dir\\nno-verify-ssl = true\\n' >>/etc/letsencrypt/cli.ini`)
      machine.background(
        'env -C /run/acme PEBBLE_VA_NOSLEEP=1 PEBBLE_WFE_NONCEREJECT=0 pebble -config config -dnsserver 127.0.0.1:53',
        'curl -sko /dev/null https://127.0.0.1:14000/dir'
      )
    }, 60_000)

    test('gets a certificate, redirects, and a second run changes nothing', () => {
      const first = setup(`--domain ${name} --certbot`)
      expect(first).toMatchObject({
        code: 0,
        out: expect.stringContaining(`POST https://${name}/webhooks/stripe through the proxy, from here: 400`)
      })
      expect(post(`http://${name}/webhooks/stripe`)).toBe('301')
      const before = etc()
      const second = setup(`--domain ${name} --certbot`)
      expect(second).toMatchObject({ code: 0, out: expect.stringContaining(`unchanged: the certificate for ${name}`) })
      expect(etc()).toBe(before)
      expect(codesOf(factsOf(machine, `--domain ${name} --port 8000`))).toEqual([])
      // Another port keeps the certificate.
      machine.background('/usr/bin/python3 __tests__/server/programs/app.py 127.0.0.1 8001 401', 8001)
      expect(setup(`--domain ${name} --port 8001`).code).toBe(0)
      expect(post(`https://${name}/webhooks/stripe`)).toBe('401')
    })

    test('where the name leads elsewhere, the site stays on http and says so', () => {
      const { code, out } = setup('--domain gone.example.com --certbot')
      expect(code).toBe(3)
      expect(out).toContain('There is no certificate: the site answers on http alone.')
      expect(machine.must('nginx -t 2>&1')).toContain('successful')
    })
  })
})
