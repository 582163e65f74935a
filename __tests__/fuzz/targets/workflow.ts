import { fileTarget, shellRules, shellWords } from './file-target.ts'

const path = '.github/workflows/deploy.yml'

export const workflow = fileTarget({
  id: 'workflow',
  path,
  like: /^\.github\/workflows\/[^/]+\.ya?ml$/,
  around: {
    'deploy.sh': 'docker run -d -p 127.0.0.1:9000:9000 "$@"\n',
    'compose.yaml': 'services:\n  app:\n    image: app\n    ports: ["127.0.0.1:8000:8000"]\n',
    '.github/actions/up/action.yml':
      'inputs:\n  port:\n    default: "80"\nruns:\n  using: composite\n  steps:\n    - run: docker run -d -p 127.0.0.1:${{ inputs.port }}:80 app\n      shell: bash\n',
    '.github/workflows/called.yml':
      'on:\n  workflow_call:\n    inputs:\n      port: {type: string, default: "80"}\njobs:\n  c:\n    runs-on: self-hosted\n    steps:\n      - run: docker run -d -p 127.0.0.1:${{ inputs.port }}:80 app\n'
  },
  comment: '# a comment',
  breaks: true,
  runs: 40,
  words: [
    ...shellWords,
    '${{ ',
    ' }}',
    'jobs:\n',
    'steps:\n',
    '- run: |\n',
    '- run: >-\n',
    'runs-on: self-hosted\n',
    'matrix:',
    'env:\n',
    'uses: ',
    'with:\n',
    '&a ',
    '*a',
    '<<: *a',
    '|+2\n',
    '>-\n',
    '- ',
    ': ',
    '? ',
    '!!str ',
    '--- \n',
    '...\n',
    "''",
    '\\"',
    '{a: b}',
    '[a, b]',
    '%YAML 1.1\n',
    '\t'
  ],
  rules: {
    ...shellRules,
    start: [
      '<head>\njobs:\n  <job@2>\n',
      '<head>\njobs:\n  <job@2>\n  <job@2>\n',
      '<head>\nenv:\n  <env@2>\njobs:\n  <job@2>\n',
      '<head>\ndefaults: {run: {shell: <shell>, working-directory: <dir>}}\njobs:\n  <job@2>\n'
    ],
    head: [
      'on: push',
      'name: x\non: [push]',
      'on:\n  workflow_call:\n    inputs:\n      port:\n        default: <scalar>',
      'on:\n  workflow_dispatch:\n    inputs:\n      port: {default: "80"}',
      '"on": push',
      '# c\non: push',
      '%YAML 1.2\n---\non: push'
    ],
    job: [
      '<name>:\n  runs-on: <runner>\n  steps:\n    <steps@4>',
      '<name>:\n  runs-on: <runner>\n  needs: [a]\n  if: ${{ <expr> }}\n  env:\n    <env@4>\n  steps:\n    <steps@4>',
      '<name>:\n  strategy:\n    matrix:\n      <matrix@6>\n  runs-on: <runner>\n  steps:\n  <steps@2>',
      '<name>:\n  uses: ./.github/workflows/called.yml\n  with: {port: <scalar>}',
      '<name>: &<name>\n  runs-on: <runner>\n  steps: [{run: <scalar>}]',
      '<name>:\n  <<: *<name>',
      '<name>:\n  runs-on: <runner>\n  container: {image: app, ports: [<mapping>]}\n  services:\n    db: {image: postgres, ports: ["5432:5432"]}\n  steps:\n    <steps@4>'
    ],
    name: ['a', 'b', 'deploy', '"c d"', 'é'],
    runner: [
      'ubuntu-latest',
      'self-hosted',
      '[self-hosted, linux]',
      '${{ matrix.os }}',
      '{group: g, labels: [x]}',
      '${{ fromJSON(inputs.r) }}',
      ''
    ],
    shell: ['bash', 'pwsh', 'cmd', 'python', 'bash -e {0}', 'sh', ''],
    dir: ['app', '.', '..', '/x', '${{ github.workspace }}', ''],
    env: [
      'BIND: 127.0.0.1',
      'BIND: <scalar>\nMAP: <scalar>',
      'A: ${{ secrets.A }}',
      'PORT: 8000',
      '<<: *a',
      'A: &a 127.0.0.1'
    ],
    matrix: [
      'port: [8000, 8001]',
      'os: [self-hosted]\nport: <scalar>',
      'include:\n  - port: 80\n    os: a\n  - <env>',
      "port: ${{ fromJSON('[1]') }}",
      'a: [1, 2, 3]\nb: [1, 2]\nexclude:\n  - {a: 1, b: 2}'
    ],
    expr: [
      "env.BIND || '127.0.0.1'",
      'matrix.port',
      'secrets.X',
      "github.ref == 'x'",
      'vars.PORT',
      'inputs.port',
      "format('{0}', env.A)"
    ],
    steps: ['<step>', '<step>\n<steps>', '<step>\n<step>\n<steps>'],
    step: [
      '- run: <command>',
      '- run: |\n    <script@4>',
      '- run: |-\n    <script@4>\n',
      '- run: >\n    <script@4>',
      '- run: >-\n    docker run -d\n      -p 127.0.0.1:8000:8000\n      app',
      '- name: x\n  shell: <shell>\n  working-directory: <dir>\n  run: |\n    <script@4>',
      '- run: "docker run -p 127.0.0.1:80:80 \\\n    app"',
      "- run: 'docker run -p <mapping> app'",
      '- uses: ./.github/actions/up\n  with:\n    port: <scalar>',
      '- uses: actions/checkout@v4',
      '- uses: appleboy/ssh-action@v1\n  with:\n    host: h\n    script: |\n      <script@6>',
      '- uses: appleboy/ssh-action@v1\n  with: {host: h, script: <scalar>}',
      '- env:\n    <env@4>\n  run: docker run -p <mapping> app',
      '- if: <expr>\n  run: <command>',
      '- run: ./deploy.sh <value>',
      '- uses: webhook-reach-check/webhook-reach-check@v1\n  with:\n    webhook-url: http://<host>/x',
      '- uses: docker/build-push-action@v6\n  with: {tags: app, context: .}',
      '- run: |2\n      <script@6>',
      '- run: |+\n    <script@4>\n\n',
      '# c',
      '- {run: <scalar>}',
      '- &s\n  run: <command>',
      '- *s',
      '- run: !!str <command>',
      '-\n  run: <command>',
      '- uses: docker://app\n  with: {args: -p <mapping>}',
      '- parallel:\n    - run: <command>'
    ],
    scalar: [
      'x',
      '"127.0.0.1"',
      "'8000'",
      '8000',
      '|\n  a',
      '${{ <expr> }}',
      '"docker run -p 127.0.0.1:80:80 a"',
      '*a',
      'null',
      '~',
      '[a]',
      '"\\x41\\n\\u263A"',
      ''
    ]
  }
})
