import { describe, expect, test } from 'vitest'
import { checkout, lint, shown } from '../checkout.ts'
import { deployYaml, onRunner, overSsh } from './deploys.ts'

type Files = Readonly<Record<string, string>>

/** `name mapping@file:line:column`, one a publication of a deployment. */
const published = (files: Files): readonly string[] =>
  lint(checkout(files)).judged.exposed.map(
    ({ container, publication: { at, written } }) => `${container.name} ${written}@${at.file}:${at.line}:${at.column}`
  )
const findings = (files: Files): readonly string[] => shown(lint(checkout(files)).findings)

describe('Quadlet', () => {
  const quadlet = `[Unit]
Description=App

[Container]
Image=ghcr.io/acme/app:latest
ContainerName=app
# local only
PublishPort=127.0.0.1:8000:8000
PublishPort = 9090:9090/udp
Network=web.network
Environment=A=1 "B=two words"
Exec=uvicorn app:app \\
  --host 0.0.0.0
`
  const deploy = {
    [deployYaml]: onRunner(
      'ubuntu-latest',
      "scp deploy/app.container server:/tmp/\nssh server 'sudo mv /tmp/app.container /etc/containers/systemd/ && sudo systemctl daemon-reload && sudo systemctl restart app'"
    )
  }

  test('is read where the deploy starts its unit', () => {
    expect(findings({ ...deploy, 'deploy/app.container': quadlet })).toEqual([
      'deploy/app.container:8:13-32 loopback-without-proxy error'
    ])
    const [container] = lint(checkout({ ...deploy, 'deploy/app.container': quadlet })).deployment.containers
    expect(container).toMatchObject({ engine: 'podman', networks: ['systemd-web'], placement: 'remote' })
    expect([...(container?.environment.keys() ?? [])]).toEqual(['A', 'B'])
    expect(container?.listeners).toMatchObject([{ address: '0.0.0.0', port: 8000, at: { line: 13 } }])
  })

  test('is quiet where no deploy starts it, or something else', () => {
    expect(findings({ 'deploy/app.container': quadlet })).toEqual([])
    for (const script of [
      'systemctl status app',
      'systemctl stop app',
      'systemctl restart other',
      'systemctl enable app'
    ])
      expect(findings({ [deployYaml]: overSsh(script), 'deploy/app.container': quadlet })).toEqual([])
  })

  test('is read where paths names it', () => {
    const { findings: found } = lint(checkout({ 'app.container': quadlet }), 'auto', path => path === 'app.container')
    expect(shown(found)).toEqual(['app.container:8:13-32 loopback-without-proxy error'])
  })
})

describe('a systemd unit', () => {
  const unit = `[Service]
Environment=BIND=127.0.0.1
ExecStartPre=-/usr/bin/docker rm -f app
ExecStart=/usr/bin/docker run --rm --name app \\
  -p \${BIND}:8000:8000 \\
  # a comment
  acme/app
ExecStop=/usr/bin/docker stop app
`
  test.each([
    ['systemctl restart app', 'app.service'],
    ['systemctl --user enable --now app.service', 'app.service']
  ])('%s', (script, name) => {
    expect(published({ [deployYaml]: overSsh(script), [`ops/${name}`]: unit })).toEqual([
      'app ${BIND}:8000:8000@ops/app.service:5:6'
    ])
  })

  test('is a deployment on a self-hosted runner too, though it says --rm', () => {
    expect(
      published({ [deployYaml]: onRunner('self-hosted', 'sudo systemctl restart app'), 'app.service': unit })
    ).toHaveLength(1)
  })

  test('of many instances', () => {
    const template = '[Service]\nExecStart=docker run -p 127.0.0.1:%i:8000 --name web-%i acme/app\n'
    const { judged } = lint(checkout({ [deployYaml]: overSsh('systemctl restart web@8001'), 'web@.service': template }))
    expect(judged.exposed.map(({ publication }) => publication.mapping.hostPorts)).toEqual([
      { first: 8001, last: 8001 }
    ])
  })

  test('that brings up compose', () => {
    const files = {
      [deployYaml]: overSsh('systemctl restart app'),
      'app.service': '[Service]\nWorkingDirectory=/opt/app\nExecStart=/usr/bin/docker compose up\n',
      'compose.yaml': 'services:\n  app:\n    image: acme/app\n    ports: ["127.0.0.1:8000:8000"]\n'
    }
    expect(findings(files)).toEqual(['compose.yaml:4:14-33 loopback-without-proxy error'])
  })

  test("a proxy's own is a sign of a proxy still", () => {
    const found = lint(
      checkout({ [deployYaml]: overSsh('docker run -d -p 127.0.0.1:1:1 acme/app\nsystemctl reload nginx') })
    )
    expect(found.findings.map(({ level }) => level)).toEqual(['warning'])
  })
})

describe('ansible-playbook', () => {
  const playbook = `- hosts: servers
  vars:
    port: 8000
  roles: [web]
  tasks:
    - name: app
      community.docker.docker_container:
        name: app
        image: acme/app
        published_ports:
          - "127.0.0.1:{{ port }}:8000"
          - "{{ bind }}:8001:8001"
          - "{{ bind | default('127.0.0.1') }}:8002:8002"
        networks: [{name: web, aliases: [api]}]
        env: {A: "1"}
    - name: gone
      docker_container: {name: old, state: absent, ports: "1:1"}
    - block:
        - containers.podman.podman_container: {name: pod, image: acme/pod, ports: "9000:9000,127.0.0.1:9001:9001"}
    - include_tasks: more.yml
    - ansible.builtin.shell: docker run -d -p 7000:7000 acme/shell
`
  const files = {
    'ops/site.yml': playbook,
    'ops/tasks/more.yml': '- docker_container: {name: more, image: acme/more, ports: ["6000:6000"]}\n',
    'ops/roles/web/defaults/main.yml': 'web_port: 5000\n',
    'ops/roles/web/tasks/main.yml': '- docker_container: {name: web, image: acme/web, ports: ["{{ web_port }}:80"]}\n'
  }
  const run = (command: string): Files => ({ [deployYaml]: onRunner('ubuntu-latest', command), ...files })

  test('containers of tasks, roles, blocks and included files', () => {
    expect(published(run('ansible-playbook -i hosts ops/site.yml'))).toEqual([
      'web {{ web_port }}:80@ops/roles/web/tasks/main.yml:1:59',
      'app 127.0.0.1:{{ port }}:8000@ops/site.yml:11:14',
      'app {{ bind }}:8001:8001@ops/site.yml:12:14',
      "app {{ bind | default('127.0.0.1') }}:8002:8002@ops/site.yml:13:14",
      'pod 9000:9000@ops/site.yml:19:84',
      'pod 127.0.0.1:9001:9001@ops/site.yml:19:94',
      'more 6000:6000@ops/tasks/more.yml:1:61',
      'null 7000:7000@ops/site.yml:21:47'
    ])
  })

  test('values as far as they are literal', () => {
    const mappings = (command: string): readonly unknown[] =>
      lint(checkout(run(command)))
        .judged.exposed.filter(({ container }) => container.name === 'app')
        .map(({ publication: { mapping, assumed } }) => [mapping.exposure, mapping.hostPorts, ...assumed])
    const ports = (first: number): unknown => ({ first, last: first })
    expect(mappings('ansible-playbook ops/site.yml')).toEqual([
      ['loopback', ports(8000)],
      ['unknown', ports(8001)],
      ['loopback', ports(8002), 'bind']
    ])
    expect(mappings("ansible-playbook ops/site.yml -e 'bind=0.0.0.0 port=80'")).toEqual([
      ['loopback', ports(80)],
      ['public', ports(8001)],
      ['public', ports(8002)]
    ])
  })

  test('a compose project, with the template it comes from', () => {
    const site = `- hosts: all
  tasks:
    - ansible.builtin.template: {src: compose.yml.j2, dest: /opt/app/docker-compose.yml}
    - community.docker.docker_compose_v2: {project_src: /opt/app}
`
    const compose = 'services:\n  app:\n    image: acme/app\n    ports: ["127.0.0.1:8000:8000"]\n'
    expect(
      findings({
        [deployYaml]: onRunner('ubuntu-latest', 'ansible-playbook site.yml'),
        'site.yml': site,
        'templates/compose.yml.j2': compose
      })
    ).toEqual(['templates/compose.yml.j2:4:14-33 loopback-without-proxy error'])
  })

  test('on the runner itself is no deployment', () => {
    const local = playbook.replace('hosts: servers', 'hosts: localhost')
    expect(published({ ...run('ansible-playbook ops/site.yml'), 'ops/site.yml': local })).toEqual([])
  })

  test('says what it does not find', () => {
    const { deployment } = lint(checkout({ [deployYaml]: onRunner('ubuntu-latest', 'ansible-playbook nowhere.yml') }))
    expect(deployment.unread).toMatchObject([{ reason: 'the playbook nowhere.yml is not in the checkout' }])
  })
})

describe('kamal', () => {
  const config = `service: shop
image: acme/shop
servers:
  web:
    hosts: [198.51.100.1]
    options:
      publish: ["127.0.0.1:3000:80"]
  job:
    hosts: [198.51.100.1]
    options: {publish: "9000:9000"}
proxy:
  ssl: true
  host: <%= ENV["HOST"] %>
accessories:
  db:
    image: postgres:17
    port: 5432
  redis:
    image: redis
    port: "127.0.0.1:6379:6379"
`
  test.each(['kamal deploy', 'bundle exec kamal setup', 'bin/kamal redeploy -d production'])('%s', command => {
    expect(findings({ [deployYaml]: onRunner('ubuntu-latest', command), 'config/deploy.yml': config })).toEqual([
      'config/deploy.yml:10:25-34 public-without-tls warning',
      'config/deploy.yml:17:11-15 data-store-exposed error'
    ])
  })

  test.each(['kamal build push', 'kamal app logs', 'kamal lock status'])('not %s', command => {
    expect(findings({ [deployYaml]: onRunner('ubuntu-latest', command), 'config/deploy.yml': config })).toEqual([])
  })
})

test.each(['doppler run -- ', 'op run --env-file=.env -- ', 'poetry run ', 'dotenvx run -f .env -- '])(
  'a command behind %s',
  prefix => {
    expect(published({ [deployYaml]: overSsh(`${prefix}docker run -d -p 1:1 acme/app`) })).toHaveLength(1)
  }
)

test.each([
  ['site.yml', '- hosts: all\n  roles: [{role: a}]\n'],
  ['roles/a/tasks/main.yml', '- include_role: {name: a}\n- include_tasks: main.yml\n'],
  ['app.service', `[Service]\nExecStart=${'%i '.repeat(100_000)}\n`],
  ['config/deploy.yml', '- a\n']
])('hostile %s', (name, text) => {
  const before = performance.now()
  const role = '- include_role: {name: a}\n- include_tasks: main.yml\n'
  lint(
    checkout({
      [deployYaml]: onRunner('self-hosted', 'ansible-playbook site.yml\nsystemctl restart app\nkamal deploy'),
      'site.yml': '- hosts: all\n  roles: [a]\n',
      'roles/a/tasks/main.yml': role,
      [name]: text
    })
  )
  expect(performance.now() - before).toBeLessThan(5_000)
})

describe('actions that reach a server by docker itself', () => {
  const compose = {
    'ops/stack.yml': 'services:\n  app:\n    image: acme/app\n    ports: ["127.0.0.1:8000:8000"]\n'
  }
  const step = (uses: string, inputs: string): Files => ({
    [deployYaml]: `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: ${uses}\n        with: {${inputs}}\n`,
    ...compose
  })
  test.each([
    [
      'acme/docker-remote-deployment-action@v1',
      'remote_docker_host: a@b, stack_file_name: ops/stack.yml, args: up -d app'
    ],
    [
      'acme/docker-compose-gitops-action@v1',
      'remote_docker_host: a@b, compose_file_path: ops/stack.yml, args: -p x up -d'
    ],
    ['acme/github-action-ssh-docker-compose@v1', 'ssh_host: b, docker_compose_filename: ops/stack.yml']
  ])('%s', (uses, inputs) => {
    expect(findings(step(uses, inputs))).toEqual(['ops/stack.yml:4:14-33 loopback-without-proxy error'])
  })

  test('as a stack', () => {
    const inputs = 'remote_docker_host: a@b, stack_file_name: ops/stack.yml, deployment_mode: docker-swarm, args: acme'
    expect(findings(step('acme/docker-remote-deployment-action@v1', inputs))).toEqual([
      'ops/stack.yml:4:14-33 host-address-ignored warning'
    ])
  })

  test.each([
    ['docker/login-action@v3', 'registry: ghcr.io, username: a'],
    ['acme/docker-compose-check@v1', 'file: ops/stack.yml'],
    ['acme/docker-remote-deployment-action@v1', 'remote_docker_host: a@b, stack_file_name: ops/stack.yml, args: pull']
  ])('not %s', (uses, inputs) => {
    expect(findings(step(uses, inputs))).toEqual([])
  })
})

describe('a script that is no shell', () => {
  const ssh = 'client.exec_command("docker run -d -p 127.0.0.1:8000:8000 app")  # paramiko\n'
  const local = 'subprocess.run("docker run -d -p 8000:8000 app")\n'
  const note = 'ops/deploy.py speaks of docker and is no shell script: what it starts is not read'

  test.each([
    ['that reaches a server', onRunner('ubuntu-latest', 'python3 -u ops/deploy.py prod'), ssh, [note]],
    ['on the server', onRunner('self-hosted', 'python ops/deploy.py'), local, [note]],
    ['over ssh', overSsh('python3 ops/deploy.py'), local, [note]],
    ['on a runner that is gone after it', onRunner('ubuntu-latest', 'python ops/deploy.py'), local, []],
    ['that starts nothing', onRunner('self-hosted', 'python ops/deploy.py'), 'print("docker")\n', []],
    ['that is not there', onRunner('self-hosted', 'python ops/other.py && python -m pytest'), ssh, []],
    ['that is too large', onRunner('self-hosted', 'python ops/deploy.py'), ssh.repeat(20_000), []]
  ])('%s is listed where it starts something', (_, workflow, text, reasons) => {
    const { deployment, findings } = lint(checkout({ [deployYaml]: workflow, 'ops/deploy.py': text }))
    expect(deployment.unread.map(({ reason }) => reason)).toEqual(reasons)
    expect(findings).toEqual([])
  })
})
