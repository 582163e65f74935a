import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Publication } from '../../../src/model/deployment.ts'
import { checkout, lint } from '../../checkout.ts'
import { askComposeGo, composeGo } from './compose-go.ts'

const workflow = `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - run: ssh server 'docker compose up -d'
`

let path: string | null = null
beforeAll(async () => {
  path = await composeGo()
}, 250_000)

const port = fc.integer({ min: 1, max: 65_000 })
const address = fc.constantFrom('127.0.0.1', '0.0.0.0', '[::1]', '192.168.1.10', '127.0.0.2')
/** SET, PORT, BIND and EMPTY stand in `.env`; nobody sets UNSET. */
const variable = fc.constantFrom(
  '${BIND}:',
  '${BIND:-10.0.0.1}:',
  '${UNSET:-127.0.0.1}:',
  '${UNSET-127.0.0.9}:',
  '${EMPTY:-127.0.0.5}:',
  '${UNSET:-${BIND}}:',
  '${BIND:+127.0.0.7}:'
)
const short = fc.oneof(
  port.map(String),
  fc.tuple(port, port).map(([a, b]) => `"${a}:${b}"`),
  fc.tuple(address, port, port).map(([ip, a, b]) => `"${ip}:${a}:${b}"`),
  fc.tuple(variable, port).map(([ip, a]) => `"${ip}${a}:${a}"`),
  fc.tuple(port, fc.constantFrom('tcp', 'udp')).map(([a, protocol]) => `'${a}:${a}/${protocol}'`),
  fc.tuple(port, fc.integer({ min: 0, max: 3 })).map(([a, more]) => `${a}-${a + more}:${a}-${a + more}`),
  port.map(a => `"127.0.0.1::${a}"`),
  fc.constantFrom('"$PORT:80"', '"${PORT}:80"', '"${UNSET:-8000}:80"', '"127.0.0.1:${PORT:-1}:80"')
)
const long = fc
  .record({ target: port, published: fc.option(port), host_ip: fc.option(fc.constantFrom('127.0.0.1', '::1')) })
  .map(({ target, published, host_ip }) =>
    [`target: ${target}`, published && `published: "${published}"`, published && host_ip && `host_ip: "${host_ip}"`]
      .filter(Boolean)
      .join(', ')
  )
  .map(fields => `{${fields}}`)
const ports = fc.array(fc.oneof(short, long), { maxLength: 4 })
const tag = fc.constantFrom('', '', '', '!override ', '!reset ')

const service = (name: string, lines: readonly string[]): string =>
  [`  ${name}:`, '    image: app', ...lines.map(line => `    ${line}`)].join('\n')

const project = fc
  .record({ app: ports, web: ports, over: ports, overTag: tag, based: ports, base: ports, other: ports, off: ports })
  .map(({ app, web, over, overTag, based, base, other, off }) => ({
    'compose.yaml': `include: [other/inner.yaml]
x-ports: &shared
  ports: [${web.join(', ')}]
services:
${service('app', [`ports: [${app.join(', ')}]`])}
  web:
    <<: *shared
    image: web
${service('based', ['extends: {file: base/base.yml, service: base}', `ports: [${based.join(', ')}]`])}
${service('off', ['profiles: [debug]', `ports: [${off.join(', ')}]`])}
`,
    'compose.override.yaml': `services:\n${service('app', [`ports: ${overTag}[${over.join(', ')}]`])}\n`,
    'base/base.yml': `services:\n${service('base', [`ports: [${base.join(', ')}]`])}\n`,
    'other/inner.yaml': `services:\n${service('other', [`ports: [${other.join(', ')}]`])}\n`,
    '.env': '# what the server has\nBIND=127.0.0.1\nexport PORT="8080" # for the app\nEMPTY=\n'
  }))

/** As the oracle writes a port; a range of both sides is one port each. */
function written({ mapping }: Publication): readonly string[] {
  const { hostAddress, hostPorts, containerPorts, protocol } = mapping
  if (typeof containerPorts === 'string' || hostPorts === 'unknown') throw new Error('the oracle knows every value')
  const count = containerPorts.last - containerPorts.first + 1
  return Array.from({ length: count }, (_, nth) => {
    const host = hostPorts === 'random' ? '' : String(hostPorts.first + nth)
    return `${hostAddress ?? ''}|${host}|${containerPorts.first + nth}|${protocol}`
  })
}

test('reads the ports of 300 generated projects as compose does', context => {
  if (path === null) return context.skip('there is no Go here, or no module')
  const projects = fc.sample(project, { numRuns: 300, seed: 8 })
  const folders = projects.map(files => checkout({ ...files, '.github/workflows/deploy.yml': workflow }))
  const answers = askComposeGo(
    path,
    folders.map(folder => join(folder))
  )
  for (const [index, folder] of folders.entries()) {
    const answer = answers[index]
    const { containers } = lint(folder).deployment
    const ours = Object.fromEntries(
      containers.map(({ name, publications }) => [name, [...new Set(publications.flatMap(written))].sort()])
    )
    const theirs = Object.fromEntries(
      Object.entries(answer?.services ?? {}).map(([name, all]) => [name, [...new Set(all)].sort()])
    )
    expect({ project: projects[index], error: answer?.error, ports: ours }).toEqual({
      project: projects[index],
      error: undefined,
      ports: theirs
    })
  }
})

test('refuses the mappings that compose refuses', context => {
  if (path === null) return context.skip('there is no Go here, or no module')
  const mappings = [
    'localhost:8000:8000',
    '127.1:80:80',
    '80:80:80:80',
    '70000:80',
    '8000:',
    '80/quic',
    '8000-8001:80-85',
    '127.0.0.1:80',
    '8000:80/udp',
    '::1:80:80'
  ]
  const folders = mappings.map(mapping =>
    checkout({
      'compose.yaml': `services:\n  app:\n    image: app\n    ports: ["${mapping}"]\n`,
      '.github/workflows/deploy.yml': workflow
    })
  )
  const answers = askComposeGo(path, folders)
  const refused = folders.map(folder => (lint(folder).deployment.containers[0]?.refused.length ?? 0) > 0)
  expect(mappings.map((mapping, index) => [mapping, refused[index]])).toEqual(
    mappings.map((mapping, index) => [mapping, answers[index]?.error !== undefined])
  )
})
