import { describe, expect, test } from 'vitest'
import { checkout, lint, shown } from '../checkout.ts'
import { deployYaml, overSsh } from './deploys.ts'

type Files = Readonly<Record<string, string>>

/** `address:port` of each listener of the one container. */
function listeners(files: Files): readonly string[] {
  const { containers } = lint(checkout(files)).deployment
  return containers.flatMap(container => container.listeners.map(({ address, port }) => `${address}:${port}`))
}

const run = (command: string, flags = ''): Files => ({
  [deployYaml]: overSsh(`docker run -d -p 127.0.0.1:8000:8000 ${flags} acme/app ${command}`)
})

describe('reads what a command listens on', () => {
  test.each([
    ['uvicorn app:app', '127.0.0.1:8000'],
    ['uvicorn app:app --host 0.0.0.0 --port 80', '0.0.0.0:80'],
    ['uvicorn --host=:: app:app', '::: 8000'.replace(' ', '')],
    ['uvicorn app:app --host $HOST', 'null:8000'],
    ['uvicorn app:app --port $PORT', '127.0.0.1:null'],
    ['uvicorn app:app --uds /run/app.sock', undefined],
    ['python -m uvicorn app:app', '127.0.0.1:8000'],
    ['poetry run uvicorn app:app', '127.0.0.1:8000'],
    ['uv run --no-dev uvicorn app:app --host 0.0.0.0', '0.0.0.0:8000'],
    ['tini -- uvicorn app:app', '127.0.0.1:8000'],
    ['gosu app uvicorn app:app', '127.0.0.1:8000'],
    ['sh -c "alembic upgrade head && exec uvicorn app:app"', '127.0.0.1:8000'],
    ['bash -lc "uvicorn app:app --host 0.0.0.0"', '0.0.0.0:8000'],
    ['gunicorn app:app', '127.0.0.1:8000'],
    ['gunicorn -b 0.0.0.0:5000 -w 4 app:app', '0.0.0.0:5000'],
    ['gunicorn --bind=:5000 app:app', '0.0.0.0:5000'],
    ['gunicorn -b127.0.0.1:5000 app:app', '127.0.0.1:5000'],
    ['gunicorn -b unix:/run/app.sock app:app', undefined],
    ['gunicorn -c gunicorn.py app:app', undefined],
    ['hypercorn app:app', '127.0.0.1:8000'],
    ['hypercorn -b [::]:80 app:app', ':::80'],
    ['daphne app.asgi:application', '127.0.0.1:8000'],
    ['daphne -b 0.0.0.0 -p 80 app.asgi:application', '0.0.0.0:80'],
    ['granian app:app', '127.0.0.1:8000'],
    ['waitress-serve app:app', '0.0.0.0:8080'],
    ['fastapi run', '0.0.0.0:8000'],
    ['fastapi dev app.py', '127.0.0.1:8000'],
    ['flask run', '127.0.0.1:5000'],
    ['flask --app web run -h 0.0.0.0 -p 80', '0.0.0.0:80'],
    ['python manage.py runserver', '127.0.0.1:8000'],
    ['python manage.py runserver 0.0.0.0:80', '0.0.0.0:80'],
    ['python manage.py runserver 80', '127.0.0.1:80'],
    ['python manage.py migrate', undefined],
    ['python -m http.server', '0.0.0.0:8000'],
    ['python -m http.server 80 --bind 127.0.0.1', '127.0.0.1:80'],
    ['uwsgi --http 127.0.0.1:80 --module app', '127.0.0.1:80'],
    ['next start', '0.0.0.0:3000'],
    ['npx next start -H 127.0.0.1 -p 80', '127.0.0.1:80'],
    ['node_modules/.bin/next start', '0.0.0.0:3000'],
    ['vite preview', 'localhost:4173'],
    ['npx vite preview --host', '0.0.0.0:4173'],
    ['vite --host 0.0.0.0 --port 80', '0.0.0.0:80'],
    ['sh -c "vite build && vite preview --host"', '0.0.0.0:4173'],
    ['rails server -b 127.0.0.1 -p 80', '127.0.0.1:80'],
    ['bundle exec rails s', 'null:3000'],
    ['bundle exec puma -b tcp://127.0.0.1:9292', '127.0.0.1:9292'],
    ['php -S localhost:80 -t public', 'localhost:80'],
    ['php artisan serve', '127.0.0.1:8000'],
    ['java -Dserver.address=127.0.0.1 -jar app.jar', '127.0.0.1:null'],
    ['java -jar app.jar --server.port=80', 'null:80'],
    ['node server.js --host 127.0.0.1 --port 80', '127.0.0.1:80'],
    ['deno run --allow-net main.ts --host 127.0.0.1', '127.0.0.1:null'],
    ['./app --listen 127.0.0.1:80', '127.0.0.1:80'],
    ['./app --listen :80', '0.0.0.0:80'],
    ['--host 127.0.0.1', '127.0.0.1:null'],
    ['./app -b something', undefined],
    ['./app', undefined],
    ['sleep infinity', undefined],
    ['celery -A app worker', undefined],
    ['sh -c "nginx && gunicorn app:app"', undefined],
    ['supervisord -n', undefined],
    ['"unterminated', undefined]
  ])('%s: %s', (command, expected) => {
    expect(listeners(run(command))).toEqual(expected === undefined ? [] : [expected])
  })

  test('several addresses of one server', () => {
    expect(listeners(run('gunicorn -b 127.0.0.1:80 -b 0.0.0.0:81 app:app'))).toEqual(['127.0.0.1:80', '0.0.0.0:81'])
  })

  test.each([
    ['-e UVICORN_HOST=0.0.0.0', 'uvicorn app:app', '0.0.0.0:8000'],
    ['-e UVICORN_PORT=80', 'uvicorn app:app', '127.0.0.1:80'],
    ['-e PORT=80', 'gunicorn app:app', '0.0.0.0:80'],
    ["-e 'GUNICORN_CMD_ARGS=--bind 0.0.0.0:80'", 'gunicorn app:app', '0.0.0.0:80'],
    ['-e FLASK_RUN_HOST=0.0.0.0', 'flask run', '0.0.0.0:5000'],
    ['-e ASPNETCORE_URLS=http://localhost:5000', 'dotnet shop.dll', 'localhost:5000'],
    ['-e ASPNETCORE_URLS=http://localhost:5000', 'dotnet shop.dll --urls http://0.0.0.0:80', '0.0.0.0:80'],
    ["-e 'ASPNETCORE_URLS=http://+:80;https://+:443'", 'dotnet shop.dll', '0.0.0.0:80 0.0.0.0:443'],
    ['-e ASPNETCORE_HTTP_PORTS=8081', 'dotnet shop.dll', 'null:8081'],
    ['', 'dotnet shop.dll', undefined],
    ['-e UVICORN_HOST=127.0.0.1', '', '127.0.0.1:null'],
    ['-e ASPNETCORE_URLS=http://localhost:5000', '', 'localhost:5000'],
    ['-e HOST=127.0.0.1', '', undefined],
    ['-e PORT=80', 'next start', '0.0.0.0:80'],
    ['-e RAILS_ENV=development', 'rails server', 'localhost:3000'],
    ['-e HOST=127.0.0.1 -e PORT=3000', 'node .output/server/index.mjs', '127.0.0.1:3000'],
    ['-e HOSTNAME=127.0.0.1', 'node server.js', '127.0.0.1:null'],
    ['-e PORT=80', "sh -c 'uvicorn app:app --host 0.0.0.0 --port $PORT'", '0.0.0.0:80'],
    ['--env-file .env', 'uvicorn app:app', undefined],
    ['--env-file .env', 'uvicorn app:app --host 127.0.0.1', '127.0.0.1:null'],
    ['--env-file .env', 'next start -H 0.0.0.0', '0.0.0.0:null'],
    ['--env-file .env', "sh -c 'uvicorn app:app --host 0.0.0.0 --port ${PORT:-3000}'", '0.0.0.0:null'],
    ["-e PORT='${{ secrets.PORT }}'", "sh -c 'uvicorn app:app --host 0.0.0.0 --port ${PORT:-3000}'", '0.0.0.0:null'],
    ["-e UVICORN_PORT='${{ secrets.PORT }}'", 'uvicorn app:app --host 0.0.0.0', '0.0.0.0:null'],
    ['', "sh -c 'uvicorn app:app --host 0.0.0.0 --port ${PORT:-3000}'", '0.0.0.0:3000']
  ])('with %s: %s', (flags, command, expected) => {
    expect(listeners(run(command, flags))).toEqual(expected?.split(' ') ?? [])
  })

  test('takes no default for known where a config file may change it', () => {
    expect(listeners({ ...run('gunicorn app:app'), 'gunicorn.conf.py': 'bind = "0.0.0.0:8000"\n' })).toEqual([])
    expect(listeners({ ...run('gunicorn app:app'), 'gunicorn.conf.py': 'workers = 4\n' })).toEqual(['127.0.0.1:8000'])
    expect(listeners({ ...run('vite preview'), 'vite.config.ts': 'preview: { host: true }' })).toEqual([])
  })
})

describe('reads Dockerfiles of what is built in the checkout', () => {
  const built = (dockerfile: string, more: Files = {}, script?: string): Files => ({
    [deployYaml]: overSsh(script ?? 'docker build -t acme/app .\ndocker run -d -p 127.0.0.1:8000:8000 acme/app:latest'),
    Dockerfile: dockerfile,
    ...more
  })

  test.each([
    ['FROM python\nCMD ["uvicorn", "app:app"]\n', '127.0.0.1:8000'],
    ['FROM python\nCMD uvicorn app:app --host 0.0.0.0 --port ${PORT:-80}\n', '0.0.0.0:80'],
    ['FROM python\nENV PORT=81\nCMD uvicorn app:app --port $PORT\n', '127.0.0.1:81'],
    ['FROM python\nARG P=82\nENV PORT=$P\nCMD ["sh", "-c", "uvicorn app:app --port ${PORT}"]\n', '127.0.0.1:82'],
    ['FROM python\nENTRYPOINT ["uvicorn"]\nCMD ["app:app", "--host", "127.0.0.1"]\n', '127.0.0.1:8000'],
    ['FROM python\nENTRYPOINT ["uvicorn", "app:app"]\n', '127.0.0.1:8000'],
    ['FROM python AS base\nCMD ["uvicorn", "app:app"]\nFROM base\nEXPOSE 8000\n', '127.0.0.1:8000'],
    ['FROM python AS a\nCMD ["uvicorn", "app:app"]\nFROM nginx\n', undefined],
    ['FROM python\nCMD ["uvicorn", "app:app"]\nCMD ["python", "app.py"]\n', undefined],
    ['# comment\nFROM python\nCMD uvicorn \\\n  # inside\n  app:app \\\n  --host 127.0.0.1\n', '127.0.0.1:8000'],
    ['FROM python\nRUN <<EOF\nCMD uvicorn app:app\nEOF\nCMD ["python", "app.py"]\n', undefined],
    ['FROM python\nENTRYPOINT ["/start.sh"]\nCMD ["uvicorn", "app:app"]\n', undefined],
    ['not a Dockerfile', undefined],
    ['', undefined]
  ])('%j', (dockerfile, expected) => {
    expect(listeners(built(dockerfile))).toEqual(expected === undefined ? [] : [expected])
  })

  test('by the scripts that the image starts', () => {
    const entry = 'FROM python\nENTRYPOINT ["/start.sh"]\nCMD ["uvicorn", "app:app"]\n'
    expect(listeners(built(entry, { 'docker/start.sh': '#!/bin/sh\nmigrate\nexec "$@"\n' }))).toEqual([
      '127.0.0.1:8000'
    ])
    expect(listeners(built(entry, { 'docker/start.sh': '#!/bin/sh\nnginx\nexec "$@"\n' }))).toEqual([])
    const npm = 'FROM node\nCMD ["npm", "run", "preview"]\n'
    const scripts = JSON.stringify({ scripts: { preview: 'vite preview --port 80' } })
    expect(listeners(built(npm, { 'package.json': scripts }))).toEqual(['localhost:80'])
    expect(listeners(built(npm))).toEqual([])
  })

  test('by file, context, target and name', () => {
    const dockerfile =
      'FROM python AS web\nCMD uvicorn app:app --port 1\nFROM python AS api\nCMD uvicorn app:app --port 2\n'
    const build = (flags: string, image = 'acme/app'): readonly string[] =>
      listeners({
        [deployYaml]: overSsh(`docker build ${flags}\ndocker run -d -p 1:1 ${image}`),
        'api/web.Dockerfile': dockerfile
      })
    expect(build('-t acme/app:1 -f api/web.Dockerfile --target web api')).toEqual(['127.0.0.1:1'])
    expect(build('-t acme/app -f api/web.Dockerfile .')).toEqual(['127.0.0.1:2'])
    expect(build('-t acme/other -f api/web.Dockerfile .')).toEqual([])
    expect(build('-t x -f api/web.Dockerfile . && docker tag x reg.example.com/x', 'reg.example.com/x')).toEqual([
      '127.0.0.1:2'
    ])
  })

  test('by what a build step pushes', () => {
    const workflow = (tags: string, image: string): string => `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - id: meta
        uses: docker/metadata-action@v5
        with: {images: ghcr.io/acme/app}
      - uses: docker/build-push-action@v6
        with:
          push: true
          tags: ${tags}
      - run: ssh server docker run -d -p 1:1 ${image}
`
    const dockerfile = { Dockerfile: 'FROM python\nCMD ["flask", "run"]\n' }
    for (const [tags, image] of [
      ['ghcr.io/acme/app:${{ github.sha }}', 'ghcr.io/acme/app:${{ github.sha }}'],
      ['ghcr.io/${{ github.repository }}:latest', 'ghcr.io/acme/app:latest'],
      ['${{ steps.meta.outputs.tags }}', 'ghcr.io/acme/app']
    ] as const) {
      expect(listeners({ [deployYaml]: workflow(tags, image), ...dockerfile })).toEqual(['127.0.0.1:5000'])
    }
    expect(listeners({ [deployYaml]: workflow('ghcr.io/acme/app', 'ghcr.io/other/x'), ...dockerfile })).toEqual([])
  })

  test('of a data store', () => {
    const files = built('FROM postgres:17\nCOPY init.sql /docker-entrypoint-initdb.d/\n')
    expect(lint(checkout(files)).deployment.containers[0]?.role).toBe('data-store')
  })
})

describe('points at the words that say so', () => {
  const findings = (files: Files): readonly string[] =>
    shown(lint(checkout(files), [{ proxy: 'nginx', port: null }]).findings)

  test('arguments of docker run', () => {
    expect(findings(run('uvicorn app:app --host 127.0.0.1'))).toEqual([
      `${deployYaml}:9:60-92 app-loopback-in-container error`
    ])
    expect(findings(run('\\\n  uvicorn app:app \\\n  --host 127.0.0.1'))).toEqual([
      `${deployYaml}:11:22-31 app-loopback-in-container error`
    ])
  })

  const compose = (service: string): Files => ({
    [deployYaml]: overSsh('docker compose up -d'),
    'compose.yaml': `services:\n  app:\n${service}    ports: ["127.0.0.1:8000:8000"]\n`
  })

  test.each([
    ['    image: a\n    command: uvicorn app:app\n', '4:14-29'],
    ['    image: a\n    command: ["flask", "run", "-p", "8000"]\n', '4:16-42'],
    ['    image: a\n    command:\n      - uvicorn\n      - app:app\n      - --host\n      - 127.0.0.1\n', '8:9-18'],
    ['    image: a\n    entrypoint: [uvicorn]\n    command: app:app --host=127.0.0.1\n', '5:14-38']
  ])('compose %j', (service, place) => {
    expect(findings(compose(service))).toEqual([`compose.yaml:${place} app-loopback-in-container error`])
  })

  test('a Dockerfile', () => {
    expect(
      findings({ ...compose('    build: ./api\n'), 'api/Dockerfile': 'FROM python\nCMD ["uvicorn", "app:app"]\n' })
    ).toEqual(['api/Dockerfile:2:7-25 app-loopback-in-container error'])
    expect(
      findings({ ...compose('    build: ./api\n'), 'api/Dockerfile': 'FROM python\nCMD uvicorn app:app\n' })
    ).toEqual(['api/Dockerfile:2:5-20 app-loopback-in-container error'])
  })

  test('the mapping that leads elsewhere', () => {
    expect(findings(run('uvicorn app:app --host 0.0.0.0 --port 5000'))).toEqual([
      `${deployYaml}:9:30-49 container-port-mismatch warning`
    ])
  })

  test.each([
    ['uvicorn app:app --host 0.0.0.0', ''],
    ['uvicorn app:app', '--network host'],
    ['gunicorn -b 127.0.0.1:9000 -b 0.0.0.0:8000 app:app', ''],
    ['uvicorn app:app --host 0.0.0.0 --port $PORT', ''],
    ['uvicorn app:app --host $HOST', ''],
    ['gunicorn -b 0.0.0.0:8000 app:app', '-p 9090:9090/udp']
  ])('and nothing for %s %s', (command, flags) => {
    expect(findings(run(command, flags)).filter(line => /app-loopback|port-mismatch/.test(line))).toEqual([])
  })
})
