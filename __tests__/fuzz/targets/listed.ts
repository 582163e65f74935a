import { fileTarget, shellRules, shellWords } from './file-target.ts'

const yamlWords = [
  '- ',
  ': ',
  '|\n',
  '>-\n',
  '"',
  "'",
  '{{ ',
  ' }}',
  '{% if x %}',
  '&a ',
  '*a',
  '<<: *a',
  '{',
  '}',
  '[',
  ']',
  '\n',
  '  '
]

export const ansible = fileTarget({
  id: 'ansible',
  path: 'site.yml',
  like: /(site|playbook[\w-]*|deploy)\.ya?ml$/,
  around: {
    'templates/nginx.conf.j2': 'server { listen 443 ssl; location / { proxy_pass http://127.0.0.1:{{ port }}; } }\n',
    'roles/app/tasks/main.yml': '- docker_container: {name: app, image: app, ports: ["127.0.0.1:8000:8000"]}\n'
  },
  inputs: { paths: 'site.yml' },
  comment: '# a comment',
  breaks: true,
  runs: 30,
  words: [...yamlWords, 'docker_container:', 'ports:', 'hosts: all', 'vars:', 'tasks:', 'loop:', 'shell: ', 'when: '],
  rules: {
    ...shellRules,
    start: [
      '- hosts: all\n  <part@2>\n  tasks:\n    <tasks@4>\n',
      '- hosts: <host>\n  roles: [app, <name>]\n',
      '- import_playbook: site.yml\n',
      '- name: x\n  hosts: web\n  vars:\n    <vars@4>\n  tasks:\n    <tasks@4>\n  handlers:\n    <tasks@4>\n'
    ],
    part: ['become: true', 'vars: {port: 8000, bind: 127.0.0.1}', 'vars_files: [x.yml]', 'gather_facts: no'],
    vars: [
      'port: 8000',
      'bind: "{{ bind | default(\'127.0.0.1\') }}"\nport: "{{ port }}"',
      'a: "{{ b }}"\nb: "{{ a }}{{ a }}"'
    ],
    tasks: ['<task>', '<task>\n<tasks>', '<task>\n<tasks>'],
    task: [
      '- community.docker.docker_container:\n    name: app\n    image: <name>\n    published_ports:\n      - <m>',
      '- docker_container: {image: app, ports: [<m>], network_mode: host}',
      '- shell: <command>',
      '- command:\n    cmd: docker run -p <m> app',
      '- ansible.builtin.shell: |\n    <script@4>',
      '- block:\n    <task@4>\n  when: x',
      '- include_tasks: roles/app/tasks/main.yml',
      '- template: {src: nginx.conf.j2, dest: /etc/nginx/sites-enabled/x}',
      '- docker_container:\n    image: a\n    ports: "{{ item }}"\n  loop: [<m>, <m>]',
      '- import_role: {name: app}',
      '- community.docker.docker_compose_v2: {project_src: /x}',
      '- copy: {dest: /etc/nginx/conf.d/x.conf, content: "server { listen 80; }"}',
      '- name: n\n  service: {name: nginx, state: reloaded}',
      '- docker_container: {name: app, state: absent}'
    ],
    m: ['"127.0.0.1:8000:8000"', '"{{ bind }}:{{ port }}:80"', '8000:80', '"{{ ports }}"', '"{{ x | default(80) }}:80"']
  }
})

export const kamal = fileTarget({
  id: 'kamal',
  path: 'config/deploy.yml',
  like: /config\/deploy[\w.-]*\.yml$/,
  around: {},
  inputs: { paths: 'config/deploy.yml' },
  comment: '# a comment',
  breaks: true,
  runs: 30,
  words: [
    ...yamlWords,
    'service: app',
    'servers:',
    'accessories:',
    'port: ',
    'proxy:',
    '<%= ENV["X"] %>',
    'options:',
    'publish:',
    'host:',
    'boot:'
  ],
  rules: {
    start: ['service: app\nimage: acme/app\n<parts>', '<parts>'],
    parts: ['<part>', '<part>\n<parts>', '<part>\n<parts>'],
    part: [
      'servers: [<host>]',
      'servers:\n  web:\n    hosts: [<host>]\n    proxy: <flag>\n    options:\n      publish: <m>\n    cmd: bin/x -b <upstream>',
      'proxy:\n  ssl: <flag>\n  host: <domain>\n  app_port: <port>',
      'accessories:\n  db:\n    image: postgres\n    host: <host>\n    port: <m>\n    options: {publish: [<m>]}',
      'proxy: {hosts: [<domain>], path_prefix: <path>, ssl: {certificate_pem: X}}',
      'env: {clear: {PORT: <port>}}',
      'accessories:\n  r:\n    image: redis\n    port: <m>\n    network: host',
      'builder: {arch: amd64}',
      'x: <%= 1 %>',
      'proxy: <flag>',
      'traefik: {options: {publish: ["443:443"]}}'
    ],
    flag: ['true', 'false', 'null', '"yes"'],
    m: ['"127.0.0.1:5432:5432"', '5432', '"5432:5432"', '["<host>:<port>:<port>"]', '"<%= x %>:80"']
  }
})

export const units = fileTarget({
  id: 'units',
  path: 'app.container',
  like: /\.(container|service|socket|pod|kube)$/,
  around: {},
  inputs: { paths: 'app.container' },
  // The whole file is what starts the container.
  comment: null,
  breaks: true,
  runs: 30,
  words: [
    ...shellWords.slice(0, 12),
    '[Container]\n',
    '[Service]\n',
    'PublishPort=',
    'ExecStart=',
    'Image=',
    '%i',
    '%%',
    ';',
    '#',
    '\\\n',
    'PodmanArgs=',
    'Network=host',
    'Environment='
  ],
  rules: {
    ...shellRules,
    start: [
      '[Container]\n<entries>',
      '[Unit]\nDescription=x\n[Container]\n<entries>\n[Install]\nWantedBy=a',
      '[Service]\n<entries>',
      '<entries>'
    ],
    entries: ['<entry>', '<entry>\n<entries>', '<entry>\n<entries>'],
    entry: [
      'Image=<name>',
      'PublishPort=<mapping>',
      'PublishPort = 127.0.0.1:8000:8000',
      'PublishPort=',
      'Network=host',
      'Network=a.network',
      'PodmanArgs=-p <mapping>',
      'Exec=uvicorn a --host <host>',
      'ExecStart=/usr/bin/<command>',
      'ExecStart=-@/bin/sh -c "<quoted>"',
      'ExecStart=docker run \\\n  -p <mapping> \\\n  app',
      'ExecStart=docker run \\\n# c\n  -p <mapping> app',
      'ExecStop=docker stop app',
      'Environment=A=<value> "B=c d"',
      'ContainerName=%p-%i',
      'Label=traefik.enable=true',
      '; c',
      '# webhook-reach-check: ignore[loopback-without-proxy] x',
      '[Service]',
      'EnvironmentFile=.env',
      'ExecStartPre=<command>',
      'Pod=x.pod'
    ]
  }
})

export const makefile = fileTarget({
  id: 'makefile',
  path: 'Makefile',
  like: /(^|\/)Makefile$/,
  around: {},
  inputs: { paths: 'Makefile' },
  comment: '# a comment',
  breaks: false,
  runs: 30,
  words: [
    ...shellWords.slice(0, 12),
    '\t',
    ':=',
    '?=',
    '$(A)',
    '$$',
    'deploy:\n',
    '.PHONY: ',
    'include ',
    'ifdef A\n',
    'endif\n',
    'define x\n',
    'endef\n',
    '$(shell ',
    '@',
    '-',
    '%'
  ],
  rules: {
    ...shellRules,
    start: ['<entries>', '.PHONY: deploy\n<entries>'],
    entries: ['<entry>', '<entry>\n<entries>', '<entry>\n<entries>'],
    entry: [
      '<target>: <target>\n\t<recipe>',
      '<target>:\n\t@<command>\n\t-<recipe>',
      '<var> := <value>',
      '<var> ?= 127.0.0.1',
      '<var> += $(<var>)',
      'export A',
      'ifeq ($(A),b)\n<entry>\nendif',
      '<target>: A = <value>',
      'define x\n<command>\nendef',
      '%.o: %.c\n\t<command>',
      '<target>: ; <command>',
      'include x.mk',
      '# c',
      '$(<var>):\n\t<command>'
    ],
    target: ['deploy', 'all', 'up', 'a b', '$(A)', '.DEFAULT_GOAL'],
    recipe: [
      '<command>',
      'docker run -d -p $(BIND):8000:8000 app',
      'docker run -p $${A}:80:80 \\\n\t\tapp',
      '$(MAKE) <target>',
      'docker run -p ${BIND}:1:1 $(FLAGS) a',
      'ssh h "docker run -p 127.0.0.1:80:80 a"',
      '$(if $(A),<command>)'
    ]
  }
})
