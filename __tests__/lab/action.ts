import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { ProbeResult, Verdict } from '../../src/model/hop.ts'
import type { Host } from './hosts.ts'

/** The part of report.json that the lab reads. */
export interface Report {
  readonly verdict: Verdict
  readonly probe: readonly ProbeResult[]
  readonly server: { readonly findings: readonly { readonly code: string; readonly level: string }[] } | null
}

/** What one run of the action came to, as GitHub would see it. */
export interface Run {
  readonly code: number
  readonly log: string
  readonly outputs: ReadonlyMap<string, string>
  readonly summary: string
  readonly report: Report | null
  /** Secret inputs of which a part stands somewhere in what the run tells. */
  readonly leaked: readonly string[]
  readonly ms: number
  /** MiB of memory at its peak. */
  readonly peak: number
}

/** How the action is started. */
export interface Start {
  readonly host: Host
  /** The program: dist/index.js, or src/index.ts. */
  readonly entry: string
  /** Trusted beside Node's own store. */
  readonly root: string
  readonly workspace: string
  readonly inputs: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string>>
}

interface Manifest {
  readonly inputs?: Readonly<Record<string, { readonly default?: unknown }>>
}

/** Inputs reach an action as INPUT_ and the name in capitals, dashes kept; what is not given has action.yml's default. */
function inputVariables(entry: string, given: Readonly<Record<string, string>>): Record<string, string> {
  const manifest = new URL('../action.yml', `file://${entry}`)
  const declared = existsSync(manifest) ? ((parse(readFileSync(manifest, 'utf8')) as Manifest).inputs ?? {}) : {}
  const defaults = Object.entries(declared).map(([name, input]) => [name, String(input.default ?? '')] as const)
  const plain = defaults.map(([name, value]) => [name, value.includes('${{') ? '' : value] as const)
  const all = Object.entries({ ...Object.fromEntries(plain), ...given })
  return Object.fromEntries(all.map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]))
}

/** Writes the peak of the resident memory where the run ends. Not an ES module: those cost the start 10 ms. */
const memoryProbe = `
process.on('exit', () => require('node:fs').writeFileSync(process.env.LAB_PEAK, String(process.resourceUsage().maxRSS)))
`

/** Runs the action on a host the way the runner does, save for the runner. */
export async function runAction({ host, entry, root, workspace, inputs, env }: Start): Promise<Run> {
  const temp = `${host.folder}/runner-temp`
  mkdirSync(temp, { recursive: true })
  const files = {
    GITHUB_OUTPUT: `${temp}/output`,
    GITHUB_STEP_SUMMARY: `${temp}/summary`,
    GITHUB_STATE: `${temp}/state`,
    GITHUB_ENV: `${temp}/env`,
    LAB_PEAK: `${temp}/peak`
  }
  for (const path of Object.values(files)) writeFileSync(path, '')
  const probe = host.file('memory-probe.cjs', memoryProbe)
  const variables = {
    GITHUB_ACTIONS: 'true',
    CI: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REPOSITORY: 'shop/checkout',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_RUN_ID: '1',
    RUNNER_TEMP: temp,
    RUNNER_OS: 'Linux',
    RUNNER_ENVIRONMENT: 'github-hosted',
    NODE_EXTRA_CA_CERTS: root,
    ...files,
    ...inputVariables(entry, inputs),
    ...env
  }
  const command = [process.execPath, '--require', probe, entry]
  const { code, stdout, stderr, ms } = await host.run(command, { env: variables, cwd: workspace, timeout: 40_000 })
  const outputs = readOutputs(readFileSync(files.GITHUB_OUTPUT, 'utf8'))
  const told = [stdout, stderr, files.GITHUB_OUTPUT, files.GITHUB_STEP_SUMMARY, outputs.get('report') ?? ''].map(textOf)
  return {
    code,
    log: stdout + stderr,
    outputs,
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
    report: readReport(outputs.get('report')),
    leaked: leaksOf(inputs, told.join('\n')),
    ms,
    peak: Number(readFileSync(files.LAB_PEAK, 'utf8')) / 1024
  }
}

/** `name<<DELIMITER`, lines, `DELIMITER`; or `name=value`. */
function readOutputs(text: string): ReadonlyMap<string, string> {
  const outputs = new Map<string, string>()
  for (const [, name = '', , block = ''] of text.matchAll(/^([\w-]+)<<(.+)\r?\n([\s\S]*?)\r?\n?^\2$/gm)) {
    outputs.set(name, block)
  }
  for (const [, name = '', value = ''] of text.matchAll(/^([\w-]+)=(.*)$/gm)) outputs.set(name, value)
  return outputs
}

function readReport(path: string | undefined): Report | null {
  if (path === undefined || !existsSync(path)) return null
  return JSON.parse(readFileSync(path, 'utf8')) as Report
}

const secretInputs = ['signing-secret', 'stripe-api-key', 'ssh-key', 'github-token']

/** A mask is told to the runner in the clear, once, and to nobody else. */
const leaksOf = (inputs: Readonly<Record<string, string>>, told: string): readonly string[] => {
  const text = told.replace(/^::add-mask::.*$/gm, '')
  const isTold = (secret: string): boolean =>
    secret.split('\n').some(line => /^[^-]{8}/.test(line) && text.includes(line))
  return secretInputs.filter(name => isTold(inputs[name] ?? ''))
}

/** The text of a file, or the text itself where it is no path. */
const textOf = (textOrPath: string): string =>
  /^\/[^\n]+$/.test(textOrPath) && existsSync(textOrPath) ? readFileSync(textOrPath, 'utf8') : textOrPath
