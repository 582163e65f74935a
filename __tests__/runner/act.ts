import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { commandsIn, entry, type LogCommand } from '../bundle.ts'
import type { Host } from '../lab/hosts.ts'
import { read } from '../repository.ts'
import { type Permissions, tokenWith } from './github-api.ts'
import { type Shop, sha } from './shop.ts'

/** One step as the runner would show it. */
export interface ToldStep {
  readonly name: string
  readonly result: string
  readonly commands: readonly LogCommand[]
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
}

/** One job. A leg of a matrix is a job without a result of its own. */
export interface ToldJob {
  readonly name: string
  readonly result: string
  readonly steps: readonly ToldStep[]
}

/** What a run of a workflow came to. */
export interface ToldRun {
  readonly code: number
  readonly jobs: readonly ToldJob[]
  /** What act itself complains of, and its whole log, for whoever has to find out why. */
  readonly log: string
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The action as a tag ships it: what users' workflows get when they name it. */
function release(shop: Shop): string {
  const folder = `${shop.folder}/release`
  if (existsSync(folder)) return folder
  mkdirSync(`${folder}/.github/workflows`, { recursive: true })
  cpSync('action.yml', `${folder}/action.yml`)
  cpSync(dirname(entry), `${folder}/dist`, { recursive: true })
  cpSync('.github/workflows/reach-gate.yml', `${folder}/.github/workflows/reach-gate.yml`)
  return folder
}

const standIns = ['actions/upload-artifact', 'actions/download-artifact', 'github/codeql-action']
const own = 'webhook-reach-check/webhook-reach-check'

/** Where act finds the actions that a workflow names: this checkout, and stand-ins for what only GitHub has. */
function repositories(text: string, shop: Shop): readonly string[] {
  const used = [...text.matchAll(/uses: ([\w-]+\/[\w-]+)[^@\s]*@(\S+)/g)].map(([, name = '', ref = '']) => ({
    name,
    ref
  }))
  // A reusable workflow uses the action in its turn.
  return [...used, { name: own, ref: 'v1' }].flatMap(({ name, ref }) => {
    if (name === own) return [`--local-repository=${name}@${ref}=${release(shop)}`]
    const folder = here(`actions/${name.split('/')[1]}`)
    return standIns.includes(name) ? [`--local-repository=${name}@${ref}=${folder}`] : []
  })
}

/** All that the jobs of a workflow may do. */
function permissionsOf(text: string): Permissions {
  const { permissions = {}, jobs } = parse(text) as {
    permissions?: Permissions
    jobs: Record<string, { permissions?: Permissions }>
  }
  return Object.assign({}, ...Object.values(jobs).map(job => job.permissions ?? permissions))
}

/** How a workflow is started. */
export interface Start {
  readonly workspace: string
  readonly workflow: string
  readonly event: string
  readonly payload?: object
  readonly ref?: string
  /** The runner's own network; the GitHub-hosted one unless given. */
  readonly host?: Host
  readonly args?: readonly string[]
}

/** Runs a workflow of the workspace with act on a host, without containers: the host's own programs are the runner. */
export async function act(program: string, shop: Shop, start: Start): Promise<ToldRun> {
  const { workspace, workflow, event, payload = {}, ref = 'refs/heads/main', args = [] } = start
  const { host = shop.world.runner } = start
  const text = read(join(workspace, workflow))
  const eventFile = `${shop.folder}/event.json`
  writeFileSync(eventFile, JSON.stringify({ repository: { default_branch: 'main' }, ...payload }))
  const given = {
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_REF: ref,
    GITHUB_RUN_ID: '42',
    SHA_REF: sha,
    RUNNER_ENVIRONMENT: 'github-hosted'
  }
  const command = [
    program,
    event,
    '--json',
    '--rm',
    '--no-cache-server',
    `--directory=${workspace}`,
    `--workflows=${workflow}`,
    `--eventpath=${eventFile}`,
    '--platform=ubuntu-latest=-self-hosted',
    '--platform=self-hosted=-self-hosted',
    `--action-cache-path=${shop.folder}/act`,
    `--secret=GITHUB_TOKEN=${tokenWith(permissionsOf(text))}`,
    ...Object.entries(given).map(([name, value]) => `--env=${name}=${value}`),
    ...repositories(text, shop),
    ...args
  ]
  const { code, stdout, stderr } = await host.run(command, { env: environment(shop), timeout: 120_000 })
  return { code, jobs: jobsIn(stdout), log: stderr + stdout }
}

const environment = (shop: Shop): Record<string, string> => ({
  PATH: `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin`,
  HOME: `${shop.folder}/home`,
  ARTIFACTS: `${shop.folder}/artifacts`,
  NODE_EXTRA_CA_CERTS: shop.world.trusted,
  SSL_CERT_FILE: shop.world.trusted,
  // act writes one map from every leg of a matrix, without a lock.
  GOMAXPROCS: '1'
})

/** A line of act's log, the fields of it that are read here. */
interface Line {
  readonly job?: string
  readonly jobResult?: string
  readonly matrix?: Readonly<Record<string, unknown>> | null
  readonly stage?: string
  readonly step?: string
  readonly stepID?: readonly string[]
  readonly stepResult?: string
  readonly command?: string
  readonly raw?: string
  readonly name?: string
  readonly arg?: string
  readonly content?: string
}

function jobsIn(log: string): readonly ToldJob[] {
  const lines = log.split('\n').flatMap(line => (line.startsWith('{') ? [JSON.parse(line) as Line] : []))
  const ofJobs = lines.filter(({ job }) => job !== undefined)
  return [...Map.groupBy(ofJobs, ({ job = '' }) => job.trim())]
    .map(([name, told]) => ({ name, result: resultOf(told), steps: stepsIn(told) }))
    .filter(({ result, steps }) => result !== '' || steps.length > 0)
    .sort((one, other) => (one.name < other.name ? -1 : 1))
}

/** act keeps one result for all legs of a matrix, which is no leg's own: that is in its steps. */
const resultOf = (lines: readonly Line[]): string =>
  Object.keys(lines[0]?.matrix ?? {}).length > 0
    ? ''
    : (lines.find(({ jobResult }) => jobResult !== undefined)?.jobResult ?? '')

function stepsIn(lines: readonly Line[]): readonly ToldStep[] {
  const main = lines.filter(({ stage, stepID }) => stage === 'Main' && stepID !== undefined)
  return [...Map.groupBy(main, ({ stepID = [] }) => stepID.join('/')).values()].map(told => ({
    name: told[0]?.step ?? '',
    result: told.find(({ stepResult }) => stepResult !== undefined)?.stepResult ?? 'skipped',
    commands: told.flatMap(({ raw = '' }) => commandsIn(raw)),
    outputs: Object.fromEntries(
      told.flatMap(({ command, name = '', arg = '' }) => (command === 'set-output' ? [[name, arg]] : []))
    ),
    summary: told.find(({ command }) => command === 'summary')?.content ?? ''
  }))
}
