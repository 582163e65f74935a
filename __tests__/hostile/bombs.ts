/** Files whose reading would take for ever, and what is said of them (null: there is nothing in them to miss). */
interface Bomb {
  readonly name: string
  readonly files: Readonly<Record<string, string>>
  readonly says: RegExp | null
}

const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('')
const fileSet = (count: number, file: (index: number) => readonly [string, string]): Readonly<Record<string, string>> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => file(index)))

const nested = (open: string, close: string): Bomb => ({
  name: `a shell nested 10,000 deep in ${open.trim()}`,
  files: { 'deploy.sh': `${open.repeat(10_000)}docker run -p 1:1 x; ${close.repeat(10_000)}` },
  says: /deploy\.sh:1: the shell here is broken/
})

const laughs = (join: (before: string) => string): string =>
  `a0: &a0 ${join('x')}\n${many(30, index => `a${index + 1}: &a${index + 1} ${join(`*a${index}`)}\n`)}`

const composite = (...uses: readonly string[]): string =>
  `runs:\n  using: composite\n  steps:\n${uses.map(path => `    - uses: ./${path}\n`).join('')}`
const reusable = (...uses: readonly string[]): string =>
  `on: [push, workflow_call]\njobs:\n${uses.map((path, index) => `  j${index}: {uses: ./.github/workflows/${path}}\n`).join('')}`
const twenty = (path: string): readonly string[] => Array<string>(20).fill(path)
const usesA0 = {
  '.github/workflows/a.yml': 'on: push\njobs:\n  d:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: ./a0\n'
}

/** Each would be read without end, or ten to the thirteenth times, by a reader without bounds. */
export const bombs: readonly Bomb[] = [
  {
    name: 'YAML nested 10,000 deep',
    files: {
      '.github/workflows/deep.yml': `on: push\njobs: ${'['.repeat(10_000)}`,
      'compose.yml': `services: ${'{a: '.repeat(10_000)}${'}'.repeat(10_000)}`
    },
    says: /deep\.yml:2: it is no valid YAML[\s\S]*compose\.yml:1: it is no valid YAML/
  },
  {
    name: 'sequences 10,000 deep',
    files: { '.github/workflows/deep.yml': '- '.repeat(10_000) },
    says: /deep\.yml:1: it is no valid YAML/
  },
  ...[nested('(', ')'), nested('if true; then ', 'fi; '), nested('$(', ')'), nested('{ ', '}; ')],
  {
    name: 'a pipeline whose stages double what it hands on',
    files: {
      'deploy.sh': `${Array<string>(40).fill('cat a.sh b.sh').join(' | ')} | bash`,
      'a.sh': 'A=1\n',
      'b.sh': 'B=1\n'
    },
    says: /deploy\.sh:1: a pipeline hands on more than 64 texts by here/
  },
  {
    name: 'anchors of anchors',
    files: {
      'compose.yml': `${laughs(before => `[${twenty(before).join()}]`)}services: {app: {image: x, ports: *a30}}\n`,
      '.github/workflows/laughs.yml': `on: push\n${laughs(before => `[${twenty(before).join()}]`)}jobs: *a30\n`,
      '.github/workflows/merge.yml': `on: push\n${laughs(before => (before === 'x' ? '{a: 1}' : `{<<: [${twenty(before).join()}]}`))}jobs: *a30\n`
    },
    says: null
  },
  {
    name: 'an anchor within itself',
    files: { '.github/workflows/self.yml': 'on: push\njobs: &j\n  a: *j\n  <<: *j\n' },
    says: null
  },
  {
    name: 'actions that call each other in a circle',
    files: { ...usesA0, 'a0/action.yml': composite('a1', 'a0'), 'a1/action.yml': composite('a0', 'a0', 'a1') },
    says: null
  },
  {
    name: 'actions that call twenty others each',
    files: { ...usesA0, ...fileSet(12, index => [`a${index}/action.yml`, composite(...twenty(`a${index + 1}`))]) },
    says: /more steps by here than any real workflow has/
  },
  {
    name: 'workflows that call each other in a circle',
    files: {
      '.github/workflows/r0.yml': reusable('r1.yml', 'r0.yml', 'r1.yml'),
      '.github/workflows/r1.yml': reusable('r0.yml', 'r1.yml', 'r0.yml')
    },
    says: null
  },
  {
    name: 'workflows that call twenty others each',
    files: fileSet(12, index => [`.github/workflows/r${index}.yml`, reusable(...twenty(`r${index + 1}.yml`))]),
    says: /more steps by here than any real workflow has/
  },
  {
    name: 'compose files that include and extend each other in a circle',
    files: {
      'compose.yml':
        'include: [b.yml, compose.yml]\nservices: {a: {extends: {file: b.yml, service: a}, ports: ["1:1"]}}\n',
      'b.yml': 'include: [compose.yml, b.yml]\nservices: {a: {extends: {file: compose.yml, service: a}}}\n'
    },
    says: null
  },
  {
    name: 'compose files that include twenty others each',
    files: {
      'compose.yml': `include: [${twenty('c0.yml').join()}]\n`,
      ...fileSet(13, index => [
        `c${index}.yml`,
        `include: [${twenty(`c${index + 1}.yml`).join()}]\nservices: {s${index}: {image: x, ports: ["${index + 1}:1"]}}\n`
      ])
    },
    says: /more than 500 files are included by here/
  },
  {
    name: 'services that extend each other, each by its file',
    files: {
      'compose.yml': `services:\n${many(
        300,
        index =>
          `  s${index}: {extends: {file: compose.yml, service: s${index + 1}}, depends_on: [${Array.from({ length: 30 }, (_, at) => `s${index + at + 1}`).join()}], image: x}\n`
      )}`
    },
    says: null
  },
  {
    name: 'a thousand services that are started a thousand times',
    files: {
      'deploy.sh': 'docker compose up -d\n'.repeat(1000),
      'compose.yml': `services:\n${many(1000, index => `  s${index}: {image: x, ports: ["${index + 10_000}:1"]}\n`)}`
    },
    says: /more than 10000 services read by here/
  },
  {
    name: 'task files that include twenty others each',
    files: {
      'deploy.sh': 'ansible-playbook site.yml\n',
      'site.yml': `- hosts: all\n  tasks:\n${'    - include_tasks: t0.yml\n'.repeat(20)}- import_playbook: site.yml\n- import_playbook: site.yml\n`,
      ...fileSet(13, index => [`t${index}.yml`, `- include_tasks: t${index + 1}.yml\n`.repeat(20)])
    },
    says: /more than 3000 task files are named by here/
  },
  {
    name: 'targets that make each other',
    files: {
      Makefile: `deploy: ${twenty('t0').join(' ')}\n${many(30, index => `t${index}: ${twenty(`t${index + 1}`).join(' ')}\n\t$(MAKE) ${twenty(`t${index + 1}`).join(' ')}\n`)}`
    },
    says: /more than 20000 commands run by here/
  },
  {
    name: 'scripts that call twenty others each, and functions that call themselves',
    files: {
      'deploy.sh': `f() { f; g; }\ng() { f; g; }\nf\n. ./deploy.sh\n${'bash s0.sh\n'.repeat(20)}`,
      ...fileSet(20, index => [`s${index}.sh`, `bash s${index + 1}.sh\n`.repeat(20)])
    },
    says: /more than 20000 commands run by here/
  },
  {
    name: 'a matrix of fifty to the thirtieth combinations',
    files: {
      '.github/workflows/matrix.yml': `on: push\njobs:\n  d:\n    runs-on: \${{ matrix.a0 }}\n    strategy:\n      matrix:\n${many(30, index => `        a${index}: [${Array.from({ length: 50 }, (_, at) => `v${at}`).join()}]\n`)}    steps:\n      - run: docker run -p \${{ matrix.a1 }}:\${{ matrix.a2 }} x\n`
    },
    says: null
  },
  {
    name: 'proxy configs that include each other',
    files: {
      ...fileSet(20, index => [
        `nginx/c${index}.conf`,
        `include /etc/nginx/*.conf;\n${`include c${(index + 1) % 20}.conf;\n`.repeat(20)}server { listen 80; location / { proxy_pass http://198.51.100.1:${9000 + index}; } }\n`
      ]),
      Caddyfile: `(a) {\n${'import a\nimport *\n'.repeat(20)}}\nexample.com {\nimport a\nimport Caddyfile\n}\n`
    },
    says: null
  }
]
