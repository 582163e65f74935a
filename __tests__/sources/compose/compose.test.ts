import { describe, expect, test } from 'vitest'
import { checkout, lint, shown } from '../../checkout.ts'
import { deployYaml, onRunner, overSsh } from '../deploys.ts'

type Files = Readonly<Record<string, string>>

const app = (ports: string, more = ''): string =>
  `services:\n  app:\n    image: acme/app\n    ports: [${ports}]\n${more}`

/** `name mapping@file:line:column`, one a publication of a deployment. */
function published(files: Files): readonly string[] {
  const { judged } = lint(checkout(files))
  return judged.exposed.map(({ container, publication: { at, written } }) =>
    `${container.name} ${written}@${at.file}:${at.line}:${at.column}`.replace('@compose.yaml:', '@')
  )
}

const findings = (files: Files): readonly string[] => shown(lint(checkout(files)).findings)

describe('points at the mapping itself', () => {
  test.each([
    ['    ports: ["127.0.0.1:8000:8000"]', '4:14-33'],
    ["    ports: ['127.0.0.1:8000:8000']", '4:14-33'],
    ['    ports:\n      - 127.0.0.1:8000:8000 # local', '5:9-28'],
    ['    ports:\n      - "${BIND:-127.0.0.1}:8000:8000"', '5:10-38'],
    ['    ports:\n      - "127.0.0.1:${PORT}:8000"', '5:10-32'],
    ['    ports:\n      - >-\n        127.0.0.1:8000:8000', '6:9-28'],
    ['    ports:\n      - host_ip: 127.0.0.1\n        published: "8000"\n        target: 8000', '5:18-27'],
    ['    ports:\n      - {target: 8000, published: 8000, host_ip: "::1"}', '5:51-54']
  ])('%s', (ports, place) => {
    const found = findings({
      [deployYaml]: overSsh('docker compose up -d'),
      'compose.yaml': `services:\n  app:\n    image: acme/app\n${ports}\n`
    })
    expect(found).toEqual([`compose.yaml:${place} loopback-without-proxy error`])
  })

  test('the long form without an address, at the published port, else at the target', () => {
    const found = findings({
      [deployYaml]: overSsh('docker compose up -d'),
      'compose.yaml':
        'services:\n  app:\n    image: acme/app\n    ports:\n      - target: 80\n        published: 8000\n      - target: 81\n'
    })
    expect(found).toEqual([
      'compose.yaml:6:20-24 public-without-tls warning',
      'compose.yaml:7:17-19 public-without-tls warning'
    ])
  })

  test('a text that two services share, once', () => {
    const text = `x-ports: &ports ["127.0.0.1:8000:8000"]
services:
  app: {image: acme/app, ports: *ports}
  other: {image: acme/other, ports: *ports}
`
    expect(findings({ [deployYaml]: overSsh('docker compose up -d'), 'compose.yaml': text })).toEqual([
      'compose.yaml:1:19-38 loopback-without-proxy error'
    ])
  })

  test('an override in the file that gives it', () => {
    const found = findings({
      [deployYaml]: overSsh('docker compose up -d'),
      'compose.yaml': app('"127.0.0.1:8000:8000"'),
      'compose.override.yaml': 'services:\n  app:\n    ports: ["127.0.0.1:9000:9000"]\n'
    })
    expect(found).toEqual([
      'compose.override.yaml:3:14-33 loopback-without-proxy error',
      'compose.yaml:4:14-33 loopback-without-proxy error'
    ])
  })
})

describe('reads every command that starts services', () => {
  const found = ['app 8000:8000@4:13']
  test.each([
    'docker compose up -d',
    'docker-compose up --build -d app',
    'docker compose -f compose.yaml -p acme up --wait --force-recreate',
    'docker compose --file=compose.yaml --profile web up -d --scale app=2 app',
    'sudo docker compose --env-file prod.env up -d',
    'docker compose start',
    'docker compose restart app',
    'docker compose create',
    'podman-compose -f compose.yaml up -d',
    'podman compose up -d',
    'nerdctl compose -f compose.yaml up -d',
    'COMPOSE_FILE=compose.yaml docker compose up -d',
    'cd /srv/acme && git pull && docker compose up -d --remove-orphans',
    'docker compose run -d --service-ports app',
    'docker compose pull && docker compose down && docker compose up -d',
    'docker compose up -d --no-deps app',
    'docker compose down -v app; docker compose up -d app'
  ])('%s', script => {
    expect(published({ [deployYaml]: overSsh(script), 'compose.yaml': app('8000:8000'), 'prod.env': '' })).toEqual(
      found
    )
  })

  test.each([
    'docker compose pull',
    'docker compose build app',
    'docker compose run --rm app migrate',
    'docker compose exec app sh',
    'docker compose logs -f',
    'docker compose config',
    'docker compose -f other.yaml up -d',
    'docker compose up -d other',
    'echo docker compose up -d'
  ])('and none that does not: %s', script => {
    expect(published({ [deployYaml]: overSsh(script), 'compose.yaml': app('8000:8000') })).toEqual([])
  })

  test('run -p publishes what it says', () => {
    expect(
      published({
        [deployYaml]: overSsh('docker compose run -d -p 127.0.0.1:9:9 app'),
        'compose.yaml': app('8000:8000')
      })
    ).toEqual([`app 127.0.0.1:9:9@${deployYaml}:9:38`])
  })

  test('on another machine by its environment', () => {
    const workflow = onRunner('ubuntu-latest', 'export DOCKER_HOST=ssh://server\ndocker-compose up -d')
    expect(published({ [deployYaml]: workflow, 'compose.yaml': app('8000:8000') })).toEqual(found)
    expect(
      published({ [deployYaml]: onRunner('ubuntu-latest', 'docker compose up -d'), 'compose.yaml': app('8000:8000') })
    ).toEqual([])
  })
})

describe('finds the files', () => {
  const workflow = (script: string): Files => ({ [deployYaml]: overSsh(script) })

  test('in the order of the names, without those that the command does not name', () => {
    const files = { 'compose.yaml': app('1:1'), 'docker-compose.yml': app('2:2'), 'prod.yml': app('3:3') }
    expect(published({ ...workflow('docker compose up -d'), ...files })).toEqual(['app 1:1@4:13'])
    expect(published({ ...workflow('docker compose -f prod.yml up -d'), ...files })).toEqual(['app 3:3@prod.yml:4:13'])
    expect(published({ ...workflow('docker compose -f compose.yaml -f prod.yml up -d'), ...files })).toEqual([
      'app 1:1@4:13',
      'app 3:3@prod.yml:4:13'
    ])
  })

  test('by the nearest folder, and by COMPOSE_FILE of .env', () => {
    const files = { 'compose.yaml': app('1:1'), 'deploy/docker-compose.yml': app('2:2'), 'deploy/a.yml': app('3:3') }
    expect(published({ ...workflow('cd ~/acme/deploy && docker compose up -d'), ...files })).toEqual([
      'app 2:2@deploy/docker-compose.yml:4:13'
    ])
    expect(
      published({
        ...workflow('cd deploy && docker compose up -d'),
        ...files,
        'deploy/.env': 'COMPOSE_FILE=docker-compose.yml:a.yml\n'
      })
    ).toEqual(['app 2:2@deploy/docker-compose.yml:4:13', 'app 3:3@deploy/a.yml:4:13'])
  })

  test('that are copied under another name, and then without an override that is not', () => {
    const files = {
      'compose.yaml': app('1:1'),
      'compose.override.yaml': app('2:2'),
      'docker-compose.prod.yml': app('3:3'),
      [deployYaml]: onRunner(
        'ubuntu-latest',
        "scp docker-compose.prod.yml server:/opt/acme/docker-compose.yml\nssh server 'cd /opt/acme && docker compose up -d'"
      )
    }
    expect(published(files)).toEqual(['app 3:3@docker-compose.prod.yml:4:13'])
  })

  test('that the deploy writes itself', () => {
    const script = `cat > docker-compose.yml << 'EOF'
services:
  app:
    image: acme/app
    ports:
      - "127.0.0.1:8000:8000"
EOF
docker compose up -d`
    expect(findings({ [deployYaml]: overSsh(script) })).toEqual([`${deployYaml}:14:22-41 loopback-without-proxy error`])
  })

  test('says what it does not find, and what it cannot read', () => {
    const missing = lint(checkout(workflow('docker compose -f missing.yml up -d')))
    expect(missing.deployment.unread).toEqual([
      { file: deployYaml, line: 9, reason: 'missing.yml is used here and is not in the checkout' }
    ])
    const broken = lint(checkout({ ...workflow('docker compose up -d'), 'compose.yaml': 'services:\n  app: [\n' }))
    expect(shown(broken.findings)).toEqual(['compose.yaml:3:1-1 unreadable warning'])
    expect(broken.deployment.coverage.composeFiles).toBe(1)
    const unknown = lint(checkout(workflow('docker compose -f "$FILE" up -d')))
    expect(unknown.deployment.unread).toHaveLength(1)
  })

  test.each(['', '# nothing\n', 'services:\n', 'services: {}\n', 'services: []\n', 'services:\n  app:\n', '- a\n'])(
    'keeps quiet about %j',
    text => {
      const { findings: found } = lint(checkout({ ...workflow('docker compose up -d'), 'compose.yaml': text }))
      expect(found).toEqual([])
    }
  )
})

describe('starts what compose starts', () => {
  const text = `services:
  app:
    image: acme/app
    ports: ["8000:8000"]
    depends_on: [db, api]
  api: {image: acme/api, ports: ["8001:8001"]}
  db: {image: "postgres:17"}
  admin: {image: acme/admin, profiles: [admin], ports: ["8002:8002"]}
  idle: {image: acme/idle, ports: ["8003:8003"], deploy: {replicas: 0}}
`
  test.each([
    ['docker compose up -d', ['app', 'api']],
    ['docker compose up -d app', ['app', 'api']],
    ['docker compose up -d --no-deps app', ['app']],
    ['docker compose restart api', ['api']],
    ['docker compose --profile admin up -d', ['app', 'api', 'admin']],
    ['COMPOSE_PROFILES=x,admin docker compose up -d', ['app', 'api', 'admin']],
    ['docker compose up -d admin', ['admin']]
  ])('%s', (script, names) => {
    const { judged } = lint(checkout({ [deployYaml]: overSsh(script), 'compose.yaml': text }))
    expect(judged.exposed.map(({ container }) => container.name)).toEqual(names)
  })

  test('what a self-hosted job takes down again is no deployment', () => {
    const files = { 'compose.yaml': app('8000:8000') }
    const up = 'docker compose up -d'
    expect(published({ ...files, [deployYaml]: onRunner('self-hosted', `docker compose down\n${up}`) })).toHaveLength(1)
    for (const down of ['docker compose down', 'docker compose rm -fs app', 'docker compose stop']) {
      expect(published({ ...files, [deployYaml]: onRunner('self-hosted', up, `curl localhost\n${down}`) })).toEqual([])
    }
    expect(
      published({ ...files, [deployYaml]: onRunner('self-hosted', 'docker compose up --exit-code-from app') })
    ).toEqual([])
  })

  test('services of a file that paths names, whatever calls it', () => {
    const files = { 'ops/compose.yml': app('"127.0.0.1:8000:8000"') }
    expect(shown(lint(checkout(files), 'auto', path => path.endsWith('compose.yml')).findings)).toEqual([
      'ops/compose.yml:4:14-33 loopback-without-proxy error'
    ])
    expect(lint(checkout(files)).findings).toEqual([])
  })
})

describe('knows values as far as the checkout shows them', () => {
  const exposures = (port: string, more: Files = {}, script = 'docker compose up -d'): readonly string[] =>
    lint(checkout({ [deployYaml]: overSsh(script), 'compose.yaml': app(`"${port}"`), ...more })).judged.exposed.map(
      ({ publication: { mapping, assumed } }) => `${mapping.exposure} ${assumed.join()}`.trim()
    )

  test.each([
    ['${BIND:-127.0.0.1}:8000:8000', 'loopback BIND'],
    ['${BIND-127.0.0.1}:8000:8000', 'loopback BIND'],
    ['${BIND:-${OTHER:-127.0.0.1}}:8000:8000', 'loopback OTHER,BIND'],
    ['${BIND}:8000:8000', 'unknown'],
    ['$BIND:8000:8000', 'unknown'],
    ['${BIND:?set it}:8000:8000', 'unknown'],
    ['${BIND:+127.0.0.1:}8000:8000', 'unknown'],
    ['127.0.0.1:${PORT}:8000', 'loopback'],
    ['0.0.0.0:${PORT:-80}:8000', 'public PORT'],
    ['${LISTEN:-127.0.0.1:8000}:8000', 'loopback LISTEN']
  ])('%s', (port, expected) => {
    expect(exposures(port)).toEqual([expected])
  })

  test('from .env, --env-file, the shell, in that order of weakness', () => {
    const env = { '.env': 'BIND=127.0.0.1 # local\n', 'prod.env': "export BIND='0.0.0.0'\n" }
    expect(exposures('${BIND}:1:1', env)).toEqual(['loopback'])
    expect(exposures('${BIND:-0.0.0.0}:1:1', env)).toEqual(['loopback'])
    expect(exposures('${BIND}:1:1', env, 'docker compose --env-file prod.env up -d')).toEqual(['public'])
    expect(exposures('${BIND}:1:1', env, 'BIND=10.0.0.1 docker compose up -d')).toEqual(['private'])
    expect(exposures('${BIND}:1:1', {}, 'echo BIND=127.0.0.1 > .env\necho X=1 >> .env\ndocker compose up -d')).toEqual([
      'loopback'
    ])
  })

  test('a network that gives bare ports an address of its own', () => {
    const network =
      'networks:\n  default:\n    driver_opts: {com.docker.network.bridge.host_binding_ipv4: "127.0.0.1"}\n'
    expect(exposures('8000:8000', { 'compose.yaml': app('"8000:8000"', network) })).toEqual(['loopback'])
  })
})

describe('services become containers', () => {
  const containers = (text: string, script = 'docker compose -p acme up -d') =>
    lint(checkout({ [deployYaml]: overSsh(script), 'compose.yaml': text })).deployment.containers

  test('with networks, aliases, labels and mounts', () => {
    const [web, api] = containers(`services:
  web:
    image: nginx
    container_name: edge
    labels: [a=1, b.c]
    environment: {PORT: 80, EMPTY: }
    volumes: [./nginx.conf:/etc/nginx/nginx.conf:ro, {type: bind, source: ./a, target: /a}, data:/data]
    networks: {front: {aliases: [www]}, back: }
    links: [api:backend]
  api:
    build: .
    labels: {x: y}
networks:
  front: {external: true}
  back: {name: real}
`)
    expect(web).toMatchObject({ name: 'edge', role: 'proxy', networks: ['front', 'real'], engine: 'compose' })
    expect(web?.aliases).toEqual(['web', 'www', 'acme-web-1'])
    expect([...(web?.labels ?? [])].map(([key, { text }]) => [key, text])).toEqual([
      ['a', '1'],
      ['b.c', '']
    ])
    expect([...(web?.environment.keys() ?? [])]).toEqual(['PORT', 'EMPTY'])
    expect(web?.volumes.map(({ source }) => source)).toEqual(['./nginx.conf', './a', 'data'])
    expect(api).toMatchObject({ name: 'api', image: null, networks: ['acme_default'] })
    expect(api?.aliases).toContain('backend')
    expect(api?.calls).toMatchObject([{ file: deployYaml, line: 9 }])
  })

  test.each([
    ['network_mode: host', 'host-network-publish'],
    ['network_mode: none', undefined],
    ['network_mode: "service:other"', undefined]
  ])('%s', (line, rule) => {
    const text = `services:\n  app:\n    image: acme/app\n    ${line}\n    ports: ["8000:8000"]\n`
    const found = lint(checkout({ [deployYaml]: overSsh('docker compose up -d'), 'compose.yaml': text })).findings
    expect(found.map(finding => finding.rule)).toEqual(rule === undefined ? [] : [rule])
  })

  test('a stack drops host addresses', () => {
    const files = { [deployYaml]: overSsh('docker stack deploy -c compose.yaml acme') }
    expect(findings({ ...files, 'compose.yaml': app('"127.0.0.1:8000:8000"') })).toEqual([
      'compose.yaml:4:14-33 host-address-ignored warning'
    ])
    expect(findings({ ...files, 'compose.yaml': app('"8000:8000"') })).toEqual([
      'compose.yaml:4:14-23 public-without-tls warning'
    ])
  })

  test('host names are refused', () => {
    const found = findings({
      [deployYaml]: overSsh('docker compose up -d'),
      'compose.yaml': app('"localhost:8000:8000", {target: 80, published: 80, host_ip: localhost}')
    })
    expect(found).toEqual(['compose.yaml:4:14-33 invalid-publish error', 'compose.yaml:4:73-82 invalid-publish error'])
  })
})

describe('bounds what it does', () => {
  test.each([
    ['extends itself', 'services:\n  app:\n    extends: app\n    ports: ["1:1"]\n'],
    ['extends in a circle', 'services:\n  app: {extends: b, ports: ["1:1"]}\n  b: {extends: app}\n'],
    ['includes itself', `include: [compose.yaml]\n${app('"1:1"')}`],
    [
      'many aliases',
      `${Array.from({ length: 30 }, (_, n) => `x${n}: &a${n} [${n === 0 ? '1' : `*a${n - 1}, *a${n - 1}`}]\n`).join('')}${app('"1:1"')}`
    ],
    ['open braces', `x: "${'${A:-'.repeat(20_000)}"\n${app('"1:1"')}`],
    ['many services', `services:\n${Array.from({ length: 20_000 }, (_, n) => `  s${n}: {image: a}\n`).join('')}`]
  ])('%s', (_, text) => {
    const files = { [deployYaml]: overSsh('docker compose up -d'), 'compose.yaml': text }
    const before = performance.now()
    lint(checkout(files))
    expect(performance.now() - before).toBeLessThan(5_000)
  })
})

describe('what a variable chooses', () => {
  const text = `services:
  blue: {image: acme/app, ports: ["8000:8000"], profiles: [blue]}
  green: {image: acme/app, ports: ["8000:8000"], profiles: [green]}
`
  test.each(['docker compose --profile "$COLOR" up -d', 'docker compose up -d "$COLOR"'])(
    'is judged, and never runs side by side: %s',
    script => {
      const found = findings({
        [deployYaml]: overSsh(script),
        'compose.yaml': text.replaceAll(/, profiles: \[\w+\]/g, m => (script.includes('--profile') ? m : ''))
      })
      expect(found.map(line => line.replace(/^\S+ /, ''))).toEqual([
        'public-without-tls warning',
        'public-without-tls warning'
      ])
    }
  )
})

test('a proxy config that stands in the compose file itself', () => {
  const { deployment, findings: found } = lint(
    checkout({
      [deployYaml]: overSsh('docker compose up -d'),
      'compose.yaml': `services:
  proxy:
    image: nginx:1.29
    ports: ["443:443"]
    configs: [{source: site, target: /etc/nginx/conf.d/default.conf}]
  app:
    image: acme/app
    ports: ["127.0.0.1:8000:8000"]
configs:
  site:
    content: |
      server {
        listen 443 ssl;
        location / { proxy_set_header Host $$host; proxy_pass http://app:8000; }
      }
`
    })
  )
  expect(shown(found)).toEqual([])
  expect(deployment.routes).toMatchObject([
    { site: 'bridge-container', upstream: { host: 'app', port: 8000 }, at: { file: 'compose.yaml', line: 14 } }
  ])
})

test('a file with the line ends of Windows', () => {
  const text =
    'services:\r\n  app:\r\n    image: acme/app\r\n    ports:\r\n      - "127.0.0.1:8000:8000"\r\n      - 8001:8001\r\n'
  expect(findings({ [deployYaml]: overSsh('docker compose up -d'), 'compose.yaml': text })).toEqual([
    'compose.yaml:5:10-29 loopback-without-proxy error',
    'compose.yaml:6:9-18 public-without-tls warning'
  ])
})
