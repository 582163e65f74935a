/** A program that serves HTTP, by what its command line says of the address and port it listens on. */
export interface Server {
  readonly programs: readonly string[]
  /** Words of which one must come first: `run` of `flask run`. */
  readonly subcommands?: readonly string[]
  /** Words with which it does something else and ends. */
  readonly except?: readonly string[]
  /** Flags for the address, for the port, and for both in one value. */
  readonly host?: readonly string[]
  readonly port?: readonly string[]
  readonly bind?: readonly string[]
  /** An operand that holds both (`runserver 0.0.0.0:8000`). */
  readonly operand?: boolean
  readonly hostVariables?: readonly string[]
  readonly portVariables?: readonly string[]
  /** Both in one value, or in several with `;` between them. */
  readonly bindVariables?: readonly string[]
  /** Where no word and no variable says; null where that is not known for sure. */
  readonly defaultHost: string | null
  readonly defaultPort: number | null
  /** Files by which it may be told instead; with one that speaks of an address, nothing is known. */
  readonly config?: RegExp
  /** Flags that name such a file, or a socket of another kind. */
  readonly configFlags?: readonly string[]
}

const loopback = '127.0.0.1'
const everywhere = '0.0.0.0'
const hostFlags = ['--host', '-H', '--hostname', '--bind', '-b', '--address', '--listen']

/** The defaults are those of the programs' own sources, as named beside them. */
export const servers: readonly Server[] = [
  {
    // uvicorn `main.py`: --host 127.0.0.1, --port 8000, variables with the prefix UVICORN_.
    programs: ['uvicorn'],
    host: ['--host'],
    port: ['--port'],
    hostVariables: ['UVICORN_HOST'],
    portVariables: ['UVICORN_PORT'],
    defaultHost: loopback,
    defaultPort: 8000,
    configFlags: ['--uds', '--fd']
  },
  {
    // gunicorn `config.py`, Bind: 0.0.0.0:$PORT where PORT is set (see `listeners.ts`), else 127.0.0.1:8000; reads gunicorn.conf.py.
    programs: ['gunicorn'],
    bind: ['-b', '--bind'],
    defaultHost: loopback,
    defaultPort: 8000,
    config: /(^|\/)gunicorn[\w.-]*\.py$/,
    configFlags: ['-c', '--config']
  },
  {
    // hypercorn `config.py`: 127.0.0.1:8000.
    programs: ['hypercorn'],
    bind: ['-b', '--bind', '--insecure-bind'],
    defaultHost: loopback,
    defaultPort: 8000,
    configFlags: ['-c', '--config']
  },
  {
    // daphne `cli.py`: 127.0.0.1, 8000.
    programs: ['daphne'],
    host: ['-b', '--bind'],
    port: ['-p', '--port'],
    defaultHost: loopback,
    defaultPort: 8000,
    configFlags: ['-e', '--endpoint', '-u', '--fd']
  },
  {
    // granian `cli.py`: 127.0.0.1, 8000, variables with the prefix GRANIAN_.
    programs: ['granian'],
    host: ['--host'],
    port: ['--port'],
    hostVariables: ['GRANIAN_HOST'],
    portVariables: ['GRANIAN_PORT'],
    defaultHost: loopback,
    defaultPort: 8000
  },
  {
    // waitress `adjustments.py`: 0.0.0.0, 8080.
    programs: ['waitress-serve'],
    host: ['--host'],
    port: ['--port'],
    bind: ['--listen'],
    defaultHost: everywhere,
    defaultPort: 8080
  },
  {
    // fastapi-cli `cli.py`: `dev` on 127.0.0.1, `run` on 0.0.0.0.
    programs: ['fastapi'],
    subcommands: ['dev'],
    host: ['--host'],
    port: ['--port'],
    defaultHost: loopback,
    defaultPort: 8000
  },
  {
    programs: ['fastapi'],
    subcommands: ['run'],
    host: ['--host'],
    port: ['--port'],
    defaultHost: everywhere,
    defaultPort: 8000
  },
  {
    // flask `cli.py`: --host 127.0.0.1, --port 5000, variables with the prefix FLASK_RUN_; reads .flaskenv.
    programs: ['flask'],
    subcommands: ['run'],
    host: ['-h', '--host'],
    port: ['-p', '--port'],
    hostVariables: ['FLASK_RUN_HOST'],
    portVariables: ['FLASK_RUN_PORT'],
    defaultHost: loopback,
    defaultPort: 5000,
    config: /(^|\/)\.flaskenv$/
  },
  {
    // django `runserver.py`: 127.0.0.1, 8000; a lone number is the port.
    programs: ['manage.py', 'django-admin'],
    subcommands: ['runserver', 'runserver_plus'],
    operand: true,
    defaultHost: loopback,
    defaultPort: 8000
  },
  { programs: ['uwsgi'], bind: ['--http', '--http-socket', '--https'], defaultHost: null, defaultPort: null },
  {
    // Next.js `cli/next-start.ts`: --hostname 0.0.0.0, --port 3000 or PORT.
    programs: ['next'],
    subcommands: ['start', 'dev'],
    host: ['-H', '--hostname'],
    port: ['-p', '--port'],
    portVariables: ['PORT'],
    defaultHost: everywhere,
    defaultPort: 3000
  },
  {
    // vite `resolveHostname`: localhost unless told; preview on 4173, dev on 5173.
    programs: ['vite'],
    subcommands: ['preview'],
    host: ['--host'],
    port: ['--port'],
    defaultHost: 'localhost',
    defaultPort: 4173,
    config: /(^|\/)vite\.config\.\w+$/,
    configFlags: ['-c', '--config']
  },
  {
    programs: ['vite'],
    except: ['build', 'optimize'],
    host: ['--host'],
    port: ['--port'],
    defaultHost: 'localhost',
    defaultPort: 5173,
    config: /(^|\/)vite\.config\.\w+$/,
    configFlags: ['-c', '--config']
  },
  {
    // rails `server_command.rb`: localhost in development, 0.0.0.0 in every other environment, 3000.
    programs: ['rails'],
    subcommands: ['server', 's'],
    host: ['-b', '--binding'],
    port: ['-p', '--port'],
    hostVariables: ['BINDING'],
    portVariables: ['PORT'],
    defaultHost: null,
    defaultPort: 3000,
    config: /(^|\/)config\/puma\.rb$/
  },
  {
    programs: ['puma'],
    bind: ['-b', '--bind'],
    port: ['-p', '--port'],
    defaultHost: null,
    defaultPort: null
  },
  { programs: ['php'], bind: ['-S'], defaultHost: null, defaultPort: null },
  {
    // `artisan serve` (Laravel `ServeCommand.php`): 127.0.0.1, 8000.
    programs: ['artisan'],
    subcommands: ['serve'],
    host: ['--host'],
    port: ['--port'],
    hostVariables: ['SERVER_HOST'],
    portVariables: ['SERVER_PORT'],
    defaultHost: loopback,
    defaultPort: 8000
  },
  {
    // Python's `http.server`: every interface, 8000; the port is an operand.
    programs: ['http.server'],
    host: ['-b', '--bind'],
    operand: true,
    defaultHost: everywhere,
    defaultPort: 8000
  },
  {
    // ASP.NET Core's Kestrel (Microsoft's documentation, "Configure endpoints"): --urls, then the variables.
    programs: ['dotnet'],
    bind: ['--urls'],
    bindVariables: ['ASPNETCORE_URLS', 'DOTNET_URLS'],
    portVariables: ['ASPNETCORE_HTTP_PORTS'],
    defaultHost: null,
    defaultPort: null
  },
  {
    programs: ['java'],
    host: ['-Dserver.address', '--server.address', '-Dquarkus.http.host'],
    port: ['-Dserver.port', '--server.port', '-Dquarkus.http.port'],
    hostVariables: ['SERVER_ADDRESS', 'QUARKUS_HTTP_HOST'],
    portVariables: ['SERVER_PORT', 'QUARKUS_HTTP_PORT'],
    defaultHost: null,
    defaultPort: null
  },
  {
    // Nitro's node preset (Nuxt), adapter-node of SvelteKit: HOST and PORT.
    programs: ['.output/server/index.mjs', 'build', 'build/index.js'],
    hostVariables: ['NITRO_HOST', 'HOST'],
    portVariables: ['NITRO_PORT', 'PORT'],
    defaultHost: null,
    defaultPort: null
  },
  {
    // The server that Next.js makes for `output: standalone`: HOSTNAME and PORT.
    programs: ['server.js', '.next/standalone/server.js'],
    hostVariables: ['HOSTNAME'],
    portVariables: [],
    host: hostFlags,
    port: ['--port', '-p'],
    defaultHost: null,
    defaultPort: null
  }
]

/** Any other program: only an address that it is given in so many words counts. */
export const anyProgram: Server = {
  programs: [],
  host: hostFlags,
  port: ['--port', '-p'],
  defaultHost: null,
  defaultPort: null
}

/** Programs that serve others, or start several: what listens is not in their command line. */
export const managers: ReadonlySet<string> = new Set(
  `nginx caddy httpd apache2 apache2ctl apache2-foreground haproxy traefik envoy supervisord s6-svscan runsvdir foreman
  honcho overmind concurrently pm2 pm2-runtime circusd init systemd php-fpm frankenphp unitd`.split(/\s+/)
)
