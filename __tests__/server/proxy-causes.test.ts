import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { findingsOf } from '../../src/server/causes/index.ts'
import { checklistOf } from '../../src/server/checklist.ts'
import { codesOf, factsOf } from './looks.ts'
import { canMakeMachines, Machine, onMachine } from './machine.ts'

vi.setConfig({ testTimeout: 60_000 })

describe.runIf(canMakeMachines)(onMachine, () => {
  let machine: Machine
  const options = '--domain shop.example.com --port 8000'

  /** A certificate for a name, signed by a stranger, that ends so many days from now. */
  const certificate = (name: string, days: number): void => {
    machine.must(`mkdir -p /run/tls && cd /run/tls && rm -rf * && touch index && echo 01 >serial
    printf '[ca]\\ndefault_ca=d\\n[d]\\ndatabase=index\\nserial=serial\\nnew_certs_dir=.\\ndefault_md=sha256\\npolicy=p\\n[p]\\ncommonName=supplied\\n[e]\\nsubjectAltName=DNS:${name}\\n' >ca.cnf
    openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -subj /CN=stranger -days 3650 2>/dev/null
    openssl req -newkey rsa:2048 -nodes -keyout site.key -out site.csr -subj /CN=${name} 2>/dev/null
    openssl ca -batch -notext -config ca.cnf -extensions e -cert ca.pem -keyfile ca.key -in site.csr -out site.pem \\
      -startdate "$(date -u -d '-100 days' +%Y%m%d%H%M%SZ)" -enddate "$(date -u -d '${days} days' +%Y%m%d%H%M%SZ)" 2>/dev/null`)
  }

  const https = 'listen 443 ssl; ssl_certificate /run/tls/site.pem; ssl_certificate_key /run/tls/site.key;'
  const forward = 'location / { proxy_pass http://127.0.0.1:8000; proxy_set_header Host $host; }'

  const site = (body: string, name = 'site'): string =>
    machine.must(`cat >/etc/nginx/sites-enabled/${name} <<'END'\n${body}\nEND\n`)

  const startNginx = (): string => machine.must('nginx && sleep 0.3')

  beforeAll(async () => {
    machine = await Machine.start(['docker', 'podman', 'caddy', 'apache2', 'haproxy'])
    machine.background(
      'dnsmasq --keep-in-foreground --no-resolv --no-hosts --listen-address=127.0.0.1 --bind-interfaces --address=/shop.example.com/198.51.100.10 --address=/moved.example.com/198.51.100.77 --local=/gone.example.com/',
      'dig +short shop.example.com | grep -q 198'
    )
    machine.background('/usr/bin/python3 __tests__/server/programs/app.py 127.0.0.1 8000', 8000)
  }, 60_000)
  afterAll(() => machine.stop())

  beforeEach(() => certificate('shop.example.com', 60))
  afterEach(() => {
    machine.sh(
      'nginx -s stop; rm -f /etc/nginx/sites-enabled/*; iptables -P INPUT ACCEPT; iptables -F; nft flush ruleset'
    )
    for (const port of [80, 443]) machine.untilFree(port)
  })

  test('a proxy that forwards to the app leaves nothing to mend', () => {
    site(`server { ${https} listen 80; server_name shop.example.com; ${forward} }`)
    startNginx()
    const facts = factsOf(machine, options)
    expect(codesOf(facts)).toEqual([])
    expect(facts.cause).toBe('')
    expect(facts.requests.map(each => [each.to, each.status])).toEqual([
      ['app', 400],
      ['proxy', 400]
    ])
    const states = checklistOf(facts).map(({ id, state }) => `${id} ${state}`)
    expect(states).toEqual([
      'proxy-running yes',
      'certificate-valid yes',
      'dns-points-here yes',
      'ports-open yes',
      'unsigned-refused yes',
      'attempts-logged no'
    ])
  })

  test('counts the attempts in the log of the proxy, but none of its own', () => {
    site(`server { ${https} listen 80; server_name shop.example.com; ${forward} }`)
    machine.must(': >/var/log/nginx/access.log')
    startNginx()
    factsOf(machine, options)
    machine.must(
      "curl -s -A Stripe/1.0 -X POST -d '{}' --resolve shop.example.com:80:127.0.0.1 'http://shop.example.com/webhooks/stripe?secret=abc'"
    )
    const [log] = factsOf(machine, options).logs
    expect(log).toMatchObject({
      source: '/var/log/nginx/access.log',
      seen: 1,
      status: 400,
      time: expect.stringMatching(/^\d\d:\d\d:\d\d$/)
    })
    expect(log?.last).not.toContain('abc')
  })

  describe('what is wrong is found, and named by the script itself:', () => {
    test.each<[string, string, () => void, RegExp]>([
      [
        'proxy-not-running',
        options,
        () => site(`server { listen 80; server_name shop.example.com; ${forward} }`),
        /^Nothing listens on port 443 for the internet: nginx is installed and not running\.$/
      ],
      [
        'proxy-config-invalid',
        options,
        () => site('server { listen 80; server_name shop.example.com; proxy_pass http://127.0.0.1:8000 }'),
        /^The configuration of nginx is not valid: .*\[emerg\].*sites-enabled\/site:1/
      ],
      [
        'proxy-no-route',
        options,
        () =>
          site(
            `server { ${https} server_name other.example.com; ${forward.replace('proxy_pass http://127.0.0.1:8000;', 'return 404;').replace(/proxy_set.*?;/, '')} }`
          ),
        /^nginx has no site for shop\.example\.com; the one in its place does not forward \/webhooks\/stripe to the app but answers itself \(return 404\)\.$/
      ],
      [
        'proxy-no-route',
        options,
        () => site(`server { ${https} server_name shop.example.com; location /webhooks/ { return 403; } ${forward} }`),
        /^nginx has a site for shop\.example\.com, which does not forward \/webhooks\/stripe to the app but answers itself \(return 403\)\.$/
      ],
      [
        'proxy-no-route',
        options,
        () => site(`server { ${https} server_name shop.example.com; ${forward.replace('8000', '9000')} }`),
        /^nginx forwards shop\.example\.com\/webhooks\/stripe to port 9000 and answers 502; the app is published on port 8000\.$/
      ],
      [
        'proxy-no-route',
        options,
        () => site(`server { ${https.replace('443', '127.0.0.1:443')} server_name shop.example.com; ${forward} }`),
        /^nginx runs, and port 443 answers on loopback only: nobody outside gets to it\.$/
      ],
      [
        'proxy-no-route',
        options,
        () => site(`server { ${https} server_name shop.example.com; ${forward.replace('http:', 'https:')} }`),
        /^nginx forwards shop\.example\.com\/webhooks\/stripe to https:\/\/127\.0\.0\.1:8000 and answers 502; asked itself on port 8000, the app answers 400\.$/
      ],
      [
        'certificate-missing',
        options,
        () => site(`server { listen 443; server_name shop.example.com; ${forward} }`),
        /^Port 443 presents no certificate for shop\.example\.com: what listens there speaks no TLS/
      ],
      [
        'certificate-missing',
        options,
        () => site(`server { listen 80; server_name shop.example.com; ${forward} }`),
        /^Nothing listens on port 443: nginx serves port 80 alone, and there is no certificate for shop\.example\.com\.$/
      ],
      [
        'certificate-missing',
        options,
        () => {
          certificate('other.example.com', 60)
          site(`server { ${https} server_name shop.example.com; ${forward} }`)
        },
        /^The server has no certificate for shop\.example\.com: port 443 presents one for DNS:other\.example\.com\.$/
      ],
      [
        'certificate-expired',
        options,
        () => {
          certificate('shop.example.com', -3)
          site(`server { ${https} server_name shop.example.com; ${forward} }`)
        },
        /^The certificate for shop\.example\.com ended on .* GMT\./
      ],
      [
        'firewall-blocks',
        options,
        () => {
          site(`server { ${https} server_name shop.example.com; ${forward} }`)
          machine.must(
            'iptables -P INPUT DROP; iptables -A INPUT -i lo -j ACCEPT; iptables -A INPUT -p tcp --dport 22 -j ACCEPT; iptables -A INPUT -p tcp -m multiport --dports 8080,440:442 -j ACCEPT'
          )
        },
        /^The server's own firewall lets nobody in to port 443: iptables drops what comes in to port 443/
      ],
      [
        'firewall-blocks',
        options,
        () => {
          site(`server { ${https} server_name shop.example.com; ${forward} }`)
          machine.must(
            "nft -f - <<'END'\ntable inet guard {\n chain in { type filter hook input priority 0; policy drop; iif lo accept; ct state established,related accept; tcp dport { 22, 80 } accept; }\n}\nEND"
          )
        },
        /^The server's own firewall lets nobody in to port 443: nftables drops/
      ]
    ])('%s', (code, given, arrange, message) => {
      arrange()
      if (!code.startsWith('proxy-not-running') && code !== 'proxy-config-invalid') startNginx()
      const facts = factsOf(machine, given)
      expect(findingsOf(facts).filter(each => each.level === 'error')[0]).toMatchObject({
        code,
        message: expect.stringMatching(message)
      })
      expect(facts.cause).toBe(code)
    })

    test('proxy-no-route, as a warning, where the proxy asks for a password', () => {
      site(
        `server { ${https} listen 80; server_name shop.example.com; auth_basic x; auth_basic_user_file /dev/null; ${forward} }`
      )
      startNginx()
      const facts = factsOf(machine, options)
      const message = expect.stringMatching(
        /^nginx forwards .* to http:\/\/127\.0\.0\.1:8000 and answers 401; asked itself on port 8000, the app answers 400\.$/
      )
      expect(findingsOf(facts)).toMatchObject([{ code: 'proxy-no-route', level: 'warning', message }])
      expect(facts.cause).toBe('proxy-no-route')
    })

    test('dns-elsewhere, as a warning, where there is no such name', () => {
      certificate('gone.example.com', 60)
      site(`server { ${https} listen 80; server_name gone.example.com; ${forward} }`)
      startNginx()
      const facts = factsOf(machine, '--domain gone.example.com --port 8000')
      const message = 'DNS gives no address for gone.example.com, as seen from the server.'
      expect(findingsOf(facts)).toMatchObject([{ code: 'dns-elsewhere', level: 'warning', message }])
      expect(facts.cause).toBe('dns-elsewhere')
    })

    test('dns-elsewhere, as a warning', () => {
      site(`server { ${https} listen 80; server_name moved.example.com; ${forward} }`)
      certificate('moved.example.com', 60)
      startNginx()
      const moved = '--domain moved.example.com --port 8000'
      const facts = factsOf(machine, moved)
      expect(findingsOf(facts)).toMatchObject([
        {
          code: 'dns-elsewhere',
          level: 'warning',
          message: 'DNS of moved.example.com gives 198.51.100.77, and this server has 198.51.100.10.'
        }
      ])
      expect(facts.cause).toBe('dns-elsewhere')
    })
  })

  describe('no cause is claimed where', () => {
    test.each<[string, () => void]>([
      ['the catch-all site forwards', () => site(`server { ${https} listen 80; server_name _; ${forward} }`)],
      [
        'an upstream block names the app',
        () =>
          site(
            `upstream app { server 127.0.0.1:8000; }\nserver { ${https} server_name shop.example.com; location /webhooks { proxy_pass http://app; } location / { return 404; } }`
          )
      ],
      [
        'the location stands in an included file',
        () => {
          machine.must(
            `mkdir -p /etc/nginx/snippets; echo 'location /webhooks/ { proxy_pass http://127.0.0.1:8000; }' >/etc/nginx/snippets/hook.conf`
          )
          site(
            `server { ${https} server_name shop.example.com; include snippets/hook.conf; location / { return 404; } }`
          )
        }
      ],
      [
        'quotes, comments and braces would fool a careless reader',
        () =>
          site(
            `# server { server_name shop.example.com; location / { return 404; } }\nserver { ${https} server_name "shop.example.com"; set $a "};{ # no comment"; set $b \${host}x; location ~* ^/WEBHOOKS/(stripe|github)$ { proxy_pass http://127.0.0.1:8000; } location / { return 404; } }`
          )
      ],
      [
        'a firewall lets https in',
        () => {
          site(`server { ${https} server_name shop.example.com; ${forward} }`)
          machine.must(
            'iptables -P INPUT DROP; iptables -A INPUT -i lo -j ACCEPT; iptables -A INPUT -m state --state RELATED,ESTABLISHED -j ACCEPT; iptables -A INPUT -p tcp -m multiport --dports 22,400:500 -j ACCEPT'
          )
        }
      ],
      [
        'a firewall jumps to chains of its own',
        () => {
          site(`server { ${https} server_name shop.example.com; ${forward} }`)
          machine.must(
            'iptables -N own; iptables -A own -p tcp --dport 443 -j ACCEPT; iptables -A INPUT -j own; iptables -P INPUT DROP; iptables -I INPUT -i lo -j ACCEPT'
          )
        }
      ]
    ])('%s', (_, arrange) => {
      arrange()
      startNginx()
      const facts = factsOf(machine, options)
      expect(codesOf(facts)).toEqual([])
      expect(facts.cause).toBe('')
    })

    test('a user without rights looks', () => {
      site(`server { ${https} listen 80; server_name shop.example.com; ${forward} }`)
      machine.must('iptables -P INPUT DROP; iptables -A INPUT -i lo -j ACCEPT')
      startNginx()
      const facts = factsOf(machine, options, 'sh', 65534)
      expect(codesOf(facts)).toEqual([])
      expect(facts.firewalls).toEqual([])
      expect(facts.routes.find(each => each.port === 443)).toMatchObject({
        kind: 'forward',
        target: 'http://127.0.0.1:8000'
      })
      expect(facts.proxies).toMatchObject([{ name: 'nginx', running: true, config: 'unknown' }])
    })
  })

  describe('no firewall is said to block', () => {
    const nft = (policy: string, rules: string): string =>
      `nft -f - <<'END'\ntable ip6 six {\n chain in { type filter hook input priority 0; policy drop; }\n}\ntable inet own {\n chain in { type filter hook input priority 0; policy ${policy}; ${rules}; }\n}\nEND`
    test.each([
      ['some people', nft('accept', 'ip saddr 203.0.113.0/24 tcp dport 443 drop; iif lo accept')],
      ['a flood', nft('accept', 'tcp dport 443 ct state new limit rate over 50/second drop')],
      ['QUIC', nft('accept', 'udp dport 443 drop')],
      ['all but what is new', nft('drop', 'iif lo accept; ct state { new, established, related } accept')],
      ['all but one interface', nft('drop', 'iif lo accept; iifname "eth0" accept')],
      ['all but one port', nft('accept', 'iif lo accept; tcp dport != 443 drop')],
      [
        'scans and floods',
        `iptables -A INPUT -p tcp --tcp-flags ALL NONE -j DROP; iptables -A INPUT -p tcp --dport 443 -m connlimit --connlimit-above 50 -j REJECT`
      ]
    ])('by a rule against %s', (_, rules) => {
      site(`server { ${https} listen 80; server_name shop.example.com; ${forward} }`)
      startNginx()
      machine.must(rules)
      expect(codesOf(factsOf(machine, options))).toEqual([])
    })

    test.each([
      ['nftables', nft('accept', 'iif lo accept; tcp dport { 80, 443 } counter drop comment "not to accept"')],
      [
        'iptables',
        'iptables -A INPUT -i lo -j ACCEPT; iptables -A INPUT -p tcp --tcp-flags ALL NONE -j DROP; iptables -A INPUT -p tcp --dport 443 -m comment --comment "not now" -j DROP'
      ]
    ])('unless %s drops everybody', (_, rules) => {
      site(`server { ${https} listen 80; server_name shop.example.com; ${forward} }`)
      startNginx()
      machine.must(rules)
      expect(codesOf(factsOf(machine, options))).toEqual(['firewall-blocks'])
    })
  })

  describe('ufw', () => {
    afterEach(() => {
      machine.sh('ufw --force reset')
    })

    test.each([
      ['blocks', 'ufw allow 22/tcp; ufw allow 80/tcp', ['firewall-blocks']],
      ['lets in by port', 'ufw allow 80,443/tcp', []],
      ['lets in by profile', "ufw allow 'Nginx Full'", []],
      ['lets in a range', 'ufw allow 22,400:500/tcp', []],
      ['lets one network in', 'ufw allow from 198.51.100.0/24 to any port 443 proto tcp', []],
      ['is off', 'true', []]
    ])('%s', (name, rules, codes) => {
      site(`server { ${https} listen 80; server_name shop.example.com; ${forward} }`)
      startNginx()
      machine.must(`${rules} >/dev/null${name === 'is off' ? '' : '; ufw --force enable >/dev/null'}`)
      expect(codesOf(factsOf(machine, options))).toEqual(codes)
    })
  })
})
