import { describe, expect, test } from 'vitest'
import { checkout, lint, shown } from '../checkout.ts'
import { deployYaml, onRunner, overSsh } from './deploys.ts'

type Files = Readonly<Record<string, string>>

/** `mapping@file:line:column`, one a publication of a deployment. */
const published = (files: Files): readonly string[] =>
  lint(checkout(files)).judged.exposed.map(
    ({ publication: { at, written } }) => `${written}@${at.file}:${at.line}:${at.column}`
  )
const through = (script: string, files: Files): readonly string[] =>
  published({ [deployYaml]: overSsh(script), ...files })

const makefile = `PORT ?= 8000
BIND := 127.0.0.1
IMAGE = acme/app:$(TAG)

.PHONY: build deploy

build: ## builds
	docker build -t $(IMAGE) .

deploy: build stop | network
	@echo "deploying $@"
	-docker run -d --name app \\
		-p $(BIND):$(PORT):8000 \\
		$(IMAGE)

stop:
	docker rm -f app; echo $$HOME

network: ; docker network create web

other: export X=1
other:
	docker run -d -p 9000:9000 acme/other
`

describe('make', () => {
  const deployed = ['$(BIND):$(PORT):8000@Makefile:13:6']
  test.each([
    ['make deploy', deployed],
    ['make', []],
    ['make -j4 -s deploy', deployed],
    ['cd ops && make -C .. deploy PORT=9000', deployed],
    ['make -f Makefile deploy', deployed],
    ['make other', ['9000:9000@Makefile:23:19']],
    ['make missing', []]
  ])('%s', (script, found) => {
    expect(through(script, { Makefile: makefile })).toEqual(found)
  })

  test('knows values as make does', () => {
    const loopback = (script: string): unknown =>
      lint(checkout({ [deployYaml]: overSsh(script), Makefile: makefile })).judged.exposed.map(
        ({ publication: { mapping, assumed } }) => [mapping.exposure, mapping.hostPorts, assumed]
      )
    expect(loopback('make deploy')).toEqual([['loopback', { first: 8000, last: 8000 }, ['PORT']]])
    expect(loopback('PORT=7000 make deploy')).toEqual([['loopback', { first: 7000, last: 7000 }, []]])
    expect(loopback('make deploy BIND=0.0.0.0')).toEqual([['public', { first: 8000, last: 8000 }, ['PORT']]])
  })

  test('goes from target to target, file to file, and not round in circles', () => {
    expect(
      through('make up', {
        Makefile: 'include ops.mk\nup:\n\t$(MAKE) run\nloop: loop\n\tmake loop\n',
        'ops.mk': 'run: ; docker run -d -p 8000:8000 acme/app\n'
      })
    ).toEqual(['8000:8000@ops.mk:1:25'])
    expect(through('make loop', { Makefile: 'loop: loop\n\tmake loop\n' })).toEqual([])
  })

  test('names the call', () => {
    const { findings } = lint(checkout({ [deployYaml]: overSsh('make other'), Makefile: makefile }))
    expect(shown(findings)).toEqual(['Makefile:23:19-28 public-without-tls warning'])
    expect(findings[0]?.related).toMatchObject([{ at: { file: deployYaml, line: 9 }, message: 'called from here' }])
    expect(published({ [deployYaml]: onRunner('ubuntu-latest', 'make other'), Makefile: makefile })).toEqual([])
  })
})

describe('package.json', () => {
  const files = {
    'package.json': `{
  "scripts": {
    "predeploy": "docker run -d -p 1:1 acme/pre",
    "deploy": "docker run -d -p \\"127.0.0.1:8000:8000\\" acme/app",
    "start": "docker run -d -p 3:3 acme/start",
    "alias": "npm run start --"
  }
}
`
  }
  const deploy = ['1:1@package.json:3:36', '127.0.0.1:8000:8000@package.json:4:35']
  test.each([
    ['npm run deploy', deploy],
    ['npm run --silent deploy', deploy],
    ['npm --prefix . run deploy', deploy],
    ['yarn deploy', deploy],
    ['yarn run deploy', deploy],
    ['pnpm deploy', []],
    ['pnpm run deploy', deploy],
    ['bun run deploy', deploy],
    ['npm start', ['3:3@package.json:5:32']],
    ['npm run alias', ['3:3@package.json:5:32']],
    ['npm install', []],
    ['npm ci && npm test', []],
    ['npm run nothing', []]
  ])('%s', (script, found) => {
    expect(through(script, files)).toEqual(found)
  })
})

describe('just', () => {
  const files = {
    justfile: `bind := "127.0.0.1"

# deploys
deploy port='8000': build
    @docker run -d -p {{bind}}:{{port}}:8000 \\
      acme/app

build:
  docker build .

script:
  #!/usr/bin/env bash
  set -e
  docker run -d -p {{ env("P") }}:1 acme/x
`
  }
  test.each([
    ['just deploy', '{{bind}}:{{port}}:8000@justfile:5:23'],
    ['just deploy 9000', '{{bind}}:{{port}}:8000@justfile:5:23'],
    ['just', '{{bind}}:{{port}}:8000@justfile:5:23'],
    ['just script', '{{ env("P") }}:1@justfile:14:20']
  ])('%s', (script, found) => {
    expect(through(script, files)).toEqual([found])
  })

  test('arguments and variables', () => {
    const [exposed] = lint(checkout({ [deployYaml]: overSsh('just deploy 9000'), ...files })).judged.exposed
    expect(exposed?.publication.mapping).toMatchObject({ exposure: 'loopback', hostPorts: { first: 9000, last: 9000 } })
  })
})

describe('task', () => {
  const files = {
    'Taskfile.yml': `version: '3'
vars: {PORT: 8000}
tasks:
  deploy:
    deps: [build]
    cmds:
      - task: pull
      - docker run -d -p 127.0.0.1:{{.PORT}}:8000 acme/app
      - cmd: docker run -d -p {{.OTHER}}:1 acme/x
  pull: docker pull acme/app
  build:
    cmd: docker build .
  default: [task deploy]
`
  }
  const found = ['127.0.0.1:{{.PORT}}:8000@Taskfile.yml:8:26', '{{.OTHER}}:1@Taskfile.yml:9:31']
  test.each([['task deploy'], ['task'], ['task -d . deploy X=1']])('%s', script => {
    expect(through(script, files)).toEqual(found)
  })
})

describe('a chain of calls', () => {
  const scripts = (length: number): string => {
    const steps = Array.from({ length }, (_, step) => [`s${step}`, `npm run s${step + 1}`])
    return JSON.stringify({
      scripts: Object.fromEntries([...steps, [`s${length}`, 'docker run -p 8000:8000 acme/app']])
    })
  }
  const unread = (script: string, files: Files): readonly string[] =>
    lint(checkout({ [deployYaml]: overSsh(script), ...files })).deployment.unread.map(
      ({ file, reason }) => `${file}: ${reason}`
    )

  test('on one line is followed', () => {
    expect(published({ [deployYaml]: overSsh('npm run s0'), 'package.json': scripts(3) })).toHaveLength(1)
  })

  test('that is too long is said to be', () => {
    expect(unread('npm run s0', { 'package.json': scripts(30) })).toEqual([
      'package.json: scripts call scripts more than 16 deep by here; the rest is not read'
    ])
  })

  test('that comes back to itself is no loss', () => {
    const again = '#!/bin/sh\nretry() { curl -f localhost || retry; }\nretry\n./again.sh\n'
    const circle = '{"scripts":{"s0":"npm run s0"}}'
    expect(unread('npm run s0; ./again.sh', { 'package.json': circle, 'again.sh': again })).toEqual([])
  })

  test('what nobody can tell before the run is listed', () => {
    expect(unread('bash "$RELEASE/deploy.sh"', {})).toEqual([
      `${deployYaml}: …/deploy.sh is called here and is not in the checkout`
    ])
    const unknown = `${deployYaml}: what runs on the server here is not known before the run`
    expect(unread('ssh host "$COMMANDS"', {})).toEqual([unknown])
    expect(unread('aws ssm send-command --parameters file:///tmp/made.json', {})).toEqual([unknown])
    expect(unread('aws ssm send-command --parameters "commands=$(jq . made.json)"', {})).toEqual([unknown])
  })

  test('a Dockerfile that the deploy writes is no config of nginx', () => {
    const nginx = 'server {\n  listen 80;\n  location / { try_files $uri =404; }\n}'
    const docker = `FROM nginx\nRUN echo 'x' && cat > /etc/nginx/conf.d/a.conf <<'N'\n${nginx}\nN`
    expect(unread(`cat > web/Dockerfile << 'D'\n${docker}\nD`, {})).toEqual([])
  })

  test('a here-document that never ends takes the rest of the script with it', () => {
    const files = { 'compose.yml': 'services:\n  a:\n    image: acme/a\n    ports: ["127.0.0.1:80:80"]' }
    const script = "ssh host '\n  cat > .env << EOF\n  A=1\n  EOF\n  docker compose up -d'"
    expect(through(script, files)).toEqual([])
    expect(unread(script, files)).toEqual([
      `${deployYaml}: no line is EOF alone, so the here-document never ends: what comes after is its text, and does not run`
    ])
    expect(unread('cat > .env << EOF\nA=1\nEOF\ncat <<-E > x\n\ty\n\tE', files)).toEqual([])
  })
})

test.each([
  ['Makefile', `all:\n\techo ${'$('.repeat(5_000)}\n${'x'.repeat(200_000)}:\n${' '.repeat(200_000)}\n`],
  ['justfile', `all:\n  echo ${'{{'.repeat(50_000)}\n${'a '.repeat(100_000)}\n`],
  ['package.json', `{"scripts": {"all": "npm run all", "preall": "npm run all"}}`],
  ['Taskfile.yml', 'tasks:\n  all:\n    deps: [all]\n    cmds: [task: all, task all]\n']
])('hostile %s', (name, text) => {
  const before = performance.now()
  lint(checkout({ [deployYaml]: overSsh('make all\njust all\nnpm run all\ntask all'), [name]: text }))
  expect(performance.now() - before).toBeLessThan(5_000)
})
