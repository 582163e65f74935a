import { expect, test } from 'vitest'
import { checkout, lint } from '../checkout.ts'
import { deployYaml, onRunner } from './deploys.ts'

const rows = (count: number, row: (index: number) => string): string =>
  Array.from({ length: count }, (_, nth) => row(nth)).join('')
const compose = 'services: {app: {build: ., image: "$A60", ports: ["1:1"]}}\n'
const everything = 'docker compose up -d\nmake\nansible-playbook site.yml\nsystemctl restart app\nbash deploy.sh\njust'

test.each<[string, Readonly<Record<string, string>>]>([
  [
    'variables of .env that double',
    {
      'compose.yaml': compose,
      '.env': `A0=${'a'.repeat(20)}\n${rows(60, nth => `A${nth + 1}=$A${nth}$A${nth}$A${nth}$A${nth}\n`)}`
    }
  ],
  [
    'variables of a Dockerfile that double',
    { 'compose.yaml': compose, Dockerfile: `FROM x\nENV A=aaaaaaaa\n${'ENV A=$A$A\n'.repeat(60)}CMD uvicorn $A\n` }
  ],
  [
    'variables of make that double',
    {
      Makefile: `A0 = a\n${rows(60, nth => `A${nth + 1} = $(A${nth})$(A${nth})$(A${nth})\n`)}all:\n\tdocker run -p $(A60):1 x\n`
    }
  ],
  [
    'variables of a playbook that double',
    {
      'site.yml': `- hosts: all\n  vars:\n    a0: a\n${rows(60, nth => `    a${nth + 1}: "${`{{a${nth}}}`.repeat(6)}"\n`)}  tasks:\n    - docker_container: {name: "{{ a60 }}", image: x, ports: ["1:1"]}\n`
    }
  ],
  ['variables of a shell that double', { 'deploy.sh': `A=aaaaaaaa\n${'A=$A$A\n'.repeat(60)}docker run -p $A:1 x\n` }],
  [
    'many containers on one port',
    { 'deploy.sh': rows(5_000, nth => `docker run -d -p 127.0.0.1:80:80 --name a${nth} x\n`) }
  ],
  [
    'services that extend each other',
    {
      'compose.yaml': `services:\n${rows(500, nth => `  s${nth}: {extends: s${nth + 1}, image: x, ports: ["127.0.0.1:${nth + 1}:80"]}\n`)}`
    }
  ],
  [
    'a config that is edited over and over',
    {
      'deploy.sh': rows(
        5_000,
        nth => `sed -i 's/a/x${nth}/g' nginx.conf\nsed 's/a/b/' nginx.conf > /etc/nginx/${nth}\n`
      ),
      'nginx.conf': `${'# aaaa bbbb\n'.repeat(1_900)}server { location / { proxy_pass http://127.0.0.1:1; } }\n`
    }
  ],
  [
    'a template of conditions within conditions',
    { 'nginx.conf.j2': `${'{% if a %}\n'.repeat(20_000)}server { listen 80; }${'\n{% endif %}'.repeat(20_000)}` }
  ],
  [
    'patterns that fit nothing',
    { 'deploy.sh': rows(5_000, nth => `for f in *a*a${nth} *a*a*a*a${nth}; do :; done\n`), ['a'.repeat(200)]: '' }
  ],
  ['a comment that never ends', { 'deploy.sh': `docker run -d \\\n${'# c\n'.repeat(100_000)}` }],
  ['a unit of one line', { 'app.service': `[Service]\nExecStart=${'%i '.repeat(100_000)}\n` }]
])('%s', (_, files) => {
  const root = checkout({ [deployYaml]: onRunner('self-hosted', everything), ...files })
  const before = performance.now()
  lint(root)
  expect(performance.now() - before).toBeLessThan(8_000)
})
