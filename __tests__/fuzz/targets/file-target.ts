import { type CorpusCase, corpusCases } from '../../corpus/corpus-case.ts'
import { common, grammar, type Rules } from '../grammar.ts'
import type { Target } from '../target.ts'
import { type Changing, checkLint, checkStrangeJob } from './lint.ts'

interface FileKind extends Changing {
  readonly id: string
  /** Files of the corpus of cases that are of this kind. */
  readonly like: RegExp
  /** What stands beside the file, and makes it a deployment. */
  readonly around: Readonly<Record<string, string>>
  readonly inputs?: Readonly<Record<string, string>>
  readonly rules: Rules
  readonly words: readonly string[]
  readonly runs: number
}

const cases: readonly CorpusCase[] = corpusCases()

/** One file of a checkout, linted with what stands around it. */
export function fileTarget({ id, like, around, inputs = {}, rules, words, runs, ...changing }: FileKind): Target {
  return {
    id,
    seeds: cases.flatMap(({ files }) => [...files].filter(([path]) => like.test(path)).map(([, text]) => text)),
    words,
    grammar: grammar({ ...common, ...rules }),
    runs,
    check(text, deep) {
      const files = new Map([...Object.entries(around), [changing.path, text]])
      const checkout = { files, inputs: new Map(Object.entries(inputs)) }
      const seen = checkLint(checkout, changing, deep)
      if (deep && changing.path.startsWith('.github/workflows/')) checkStrangeJob(checkout, changing.path)
      return seen
    }
  }
}

/** Commands of deploy scripts, for the grammars of all that holds shell. */
export const shellRules: Rules = {
  script: ['<statement>', '<statement>\n<script>', '<statement>\n<script>', '<statement>\n<statement>\n<script>'],
  statement: [
    '<command>',
    '<command> && <command>',
    '<command> || true',
    '<command> | <command>',
    'if <command>; then\n  <script@2>\nfi',
    'if [ "$A" = x ]; then <command>; else <command>; fi',
    'for i in 1 2 3; do\n  <script@2>\ndone',
    'for h in <host> <host>; do ssh $h "<quoted>"; done',
    'while read l; do <command>; done < f',
    'case "$1" in\n  a) <command> ;;\n  *) <command> ;;\nesac',
    'f() {\n  <script@2>\n}\nf a b',
    '( <command> )',
    '{ <command>; }',
    '<var>=<value>',
    'export <var>=<value>',
    '<var>=$(<command>)',
    '<var>+=( <mapping> )',
    '<command> &',
    '! <command>',
    'set -euo pipefail',
    '# a comment',
    '# webhook-reach-check: ignore[loopback-without-proxy] why',
    '# webhook-reach-check: proxied-by nginx',
    'ssh <host> <<EOF\n<script>\nEOF',
    "ssh <host> <<'E'\n<script>\nE",
    'ssh <host> <<-X\n\t<command>\n\tX',
    'cat > nginx.conf <<N\nserver { listen 443 ssl; location / { proxy_pass http://<host>:<port>; } }\nN',
    'cd app',
    'local a=<value>',
    '[[ $a == b ]] && <command>',
    '((a++))',
    'trap "<quoted>" EXIT',
    'until <command>; do sleep 1; done',
    'echo <mapping> >> .env',
    'function g { <command>; }; g'
  ],
  command: [
    'docker run -d <flags> app',
    'docker run <flags> \\\n  <flags> \\\n  ghcr.io/acme/app:$TAG --port 80',
    'docker run -d \\\n  # why\n  <flags> app',
    'docker run -d <flags> \\ \n  app',
    'sudo docker run <flags> nginx',
    'podman run <flags> app',
    'nerdctl run <flags> postgres:16',
    'docker compose up -d',
    'docker compose -f <path> up -d app',
    'docker-compose -p x up',
    'docker rm -f app',
    'docker stop app',
    'docker network connect n app',
    'docker stack deploy -c s.yml s',
    'docker build -t app .',
    'docker create <flags> app',
    'docker container run <flags> app',
    'ssh <host> "<quoted>"',
    "ssh -i k u@<host> '<quoted>'",
    'bash -c "<quoted>"',
    'sh ./run.sh <value>',
    'sudo -u x env A=b <command>',
    'nginx -s reload',
    'systemctl reload caddy',
    'certbot --nginx -d <domain>',
    'caddy reverse-proxy --from <domain> --to <upstream>',
    'cloudflared tunnel --url http://<upstream>',
    'ngrok http <port>',
    'stripe listen --forward-to <upstream>',
    'curl -fsS https://<domain>/health',
    'echo "<quoted>"',
    'printf "%s" <value>',
    'cat f',
    'tee /etc/nginx/x.conf',
    'eval "<quoted>"',
    'xargs -I{} <command>',
    'make deploy',
    'just deploy',
    'npm run deploy',
    'ansible-playbook site.yml',
    'kamal deploy',
    'source ./env.sh',
    'rsync -a . <host>:',
    'timeout 5 <command>',
    'nohup <command>',
    'socat TCP-LISTEN:<port> TCP:<upstream>',
    'iptables -t nat -A PREROUTING -p tcp --dport 443 -j REDIRECT --to-port <port>',
    'export DOCKER_HOST=ssh://<host>',
    'docker context use r',
    'command -v docker',
    'sleep 1',
    'true'
  ],
  flags: [
    '-p <mapping>',
    '-p <mapping> <flags>',
    '-p <mapping> <flags>',
    '--publish=<mapping>',
    '-p=<mapping>',
    '-dp <mapping>',
    '--publish "<mapping>"',
    '-P',
    '--network host',
    '--network=<name>',
    '--name app',
    '--name "$N"',
    '--rm',
    '-e A=<value>',
    '--env-file .env',
    '-l traefik.enable=true',
    "--label 'traefik.http.routers.a.rule=Host(`<domain>`)'",
    '--restart always',
    '"${ARGS[@]}"',
    '$FLAGS',
    '-v /a:/b',
    '--expose <port>',
    '--',
    '--publish published=<port>,target=<port>'
  ],
  mapping: [
    '127.0.0.1:8000:8000',
    '8000:80',
    '<host>:<port>:<port>',
    '"<host>:<port>:<port>"',
    '$BIND:<port>:<port>',
    '${BIND:-127.0.0.1}:8000:80',
    '"${PORT:?x}:80"',
    '<port>',
    '[::1]:80:80',
    "'127.0.0.1':80:80",
    '127.0.0.1:8000:8000/tcp',
    '$MAP',
    '${{ env.BIND }}:80:80',
    '8000-8002:80-82',
    '$(cat port):80'
  ],
  quoted: [
    '<command>',
    'docker run -p 127.0.0.1:80:80 app',
    "docker run -p '127.0.0.1:80:80' app",
    '\\$A',
    'a; <command>',
    'x',
    ''
  ],
  value: [
    'x',
    '127.0.0.1',
    '"a b"',
    "'a'",
    '$A',
    '${A:-b}',
    '${A:=127.0.0.1}',
    '${A%%:*}',
    '${A/x/y}',
    '$(hostname)',
    '`date`',
    '$1',
    '"$@"',
    '$((1+2))',
    '<mapping>',
    '',
    '~',
    'a\\ b',
    "$'a\\n'",
    '{a,b}',
    '*'
  ],
  var: ['A', 'BIND', 'MAP', 'TAG', 'FLAGS', 'PORT', 'DOCKER_HOST', 'ARGS', 'N'],
  name: ['app', 'web', 'n', 'proxy', '$N', ''],
  domain: ['example.com', 'hooks.example.com', '$DOMAIN']
}

export const shellWords: readonly string[] = [
  'docker run ',
  '-p ',
  '127.0.0.1:8000:8000',
  '\\\n',
  ' \\ \n',
  '\n# x\n',
  '"',
  "'",
  '$(',
  '`',
  '<<EOF\n',
  'EOF\n',
  '"$@"',
  '${A:-',
  '}',
  '; ',
  ' && ',
  ' | ',
  'ssh h ',
  'if ',
  'fi\n',
  'done\n',
  'f() {',
  '$A',
  '${',
  'docker compose up -d',
  '--network host ',
  'eval ',
  'case x in a)',
  'esac',
  '((',
  '[[',
  '<(',
  '2>&1',
  "$'",
  'bash -c ',
  'source ',
  'cd x',
  'export A=',
  'for i in ',
  'while ',
  'function ',
  '{a,b}',
  '# webhook-reach-check: ignore['
]
