import type { Placement } from '../model/deployment.ts'
import { type Location, SourceFile } from '../text/location.ts'
import { MappedText } from '../text/mapped-text.ts'
import { child, entriesOf, itemsOf, parseYaml, textOf, type YamlMap, type YamlNode } from '../text/yaml.ts'
import { renewBudget } from './budget.ts'
import { composeCommand } from './compose-actions.ts'
import { chosenContext } from './docker-daemon.ts'
import type { Frame, Recorder } from './frame.ts'
import { recordBuildStep } from './images/build-actions.ts'
import { combinations } from './matrix.ts'
import { origin } from './origins.ts'
import { joinPath } from './path.ts'
import { defaultShell, placementOf } from './runner.ts'
import { Scope } from './scope.ts'
import { forShell, isCommandLine } from './shell-dialects.ts'
import { checkedUrl, commandHere, sshStep } from './ssh-actions.ts'
import { outputsOf, StepFile } from './step-file.ts'
import { runScript } from './walk.ts'
import { recordWebhookUrls } from './webhook-urls.ts'
import { defaultInputs, envOf, inputDefaults, resolver, type Values } from './workflow-values.ts'

/** What is known while a job's steps are read. */
interface Job {
  readonly workflow: string
  readonly name: string | null
  readonly placement: Placement
  readonly env: Values
  /** `matrix.x`, `inputs.x` and the like, by full name. */
  readonly values: Values
  /** Null where the runner chooses, and it is bash. */
  readonly shell: MappedText | null
  readonly cwd: string
  /** The path that a step's `echo X=1 >> "$GITHUB_ENV"` writes to, one for each combination of the matrix. */
  readonly envFile: MappedText
  readonly calls: Frame['calls']
  readonly depth: number
}

/** GitHub nests reusable workflows four deep and composite actions ten. */
const deepest = 10
/** Steps read for one workflow, and for all: actions that call each other come to any number. A call costs ten. */
const mostSteps = 20_000
const mostInAll = 300_000

const spent = new WeakMap<Recorder, number>()
/** What is called from many places is parsed once. */
const parsed = new WeakMap<MappedText, YamlNode | null>()

/** Reads a workflow: every job, in every combination of its matrix, every step in order. */
export function readWorkflow(text: MappedText, recorder: Recorder, coverage: { steps: number }): void {
  renewBudget(recorder)
  new WorkflowReader(recorder, coverage).workflow(text, new Map(), [], 0)
}

/** Reads an `action.yml` that is named in `paths`. */
export function readAction(
  text: MappedText,
  recorder: Recorder,
  coverage: { steps: number },
  frame: { placement: Placement }
): void {
  new WorkflowReader(recorder, coverage).action(text, {
    workflow: text.file.path,
    name: null,
    placement: frame.placement,
    env: new Map(),
    values: new Map(),
    shell: null,
    cwd: '.',
    envFile: envFileOf(text.file.path, 0),
    calls: [],
    depth: 0
  })
}

/** Where a step's script is taken to stand, for a shell that reads it as a file. */
const stepScript = '/github/step/script.sh'

const envFileOf = (workflow: string, run: number): MappedText =>
  MappedText.whole(new SourceFile('', `/github/${workflow}/${run}/env`))

class WorkflowReader {
  readonly #recorder: Recorder
  readonly #coverage: { steps: number }
  #runs = 0
  #spent = 0

  constructor(recorder: Recorder, coverage: { steps: number }) {
    this.#recorder = recorder
    this.#coverage = coverage
  }

  /** `workflow` is the one that runs: where another one calls this text, the caller. */
  workflow(text: MappedText, inputs: Values, calls: Frame['calls'], depth: number, workflow = text.file.path): void {
    const root = depth === 0 ? this.#parse(text) : this.#parseCalled(text)
    if (root === null || depth > deepest) return
    const values = new Map([...defaultInputs(root), ...inputs])
    const env = envOf(child(root, 'env'), values, new Map())
    for (const { key, value } of entriesOf(child(root, 'jobs'))) {
      if (value.kind !== 'map' || isOff(child(value, 'if'))) continue
      for (const combination of combinations(child(child(value, 'strategy'), 'matrix'))) {
        const matrix = new Map([...values, ...[...combination].map(([name, at]) => [`matrix.${name}`, at] as const)])
        this.#job(value, { root, workflow, job: key.text.text, env, values: matrix, calls, depth })
      }
    }
  }

  #job(
    node: YamlMap,
    at: {
      root: YamlNode
      workflow: string
      job: string
      env: Values
      values: Values
      calls: Frame['calls']
      depth: number
    }
  ): void {
    const env = envOf(child(node, 'env'), at.values, at.env)
    const resolve = resolver(at.values, env)
    const uses = textOf(child(node, 'uses'))
    if (uses !== null) return this.#reusable(uses, child(node, 'with'), resolve, at)
    const run = (of: YamlNode | null): YamlNode | null => child(child(of, 'defaults'), 'run')
    const shell = textOf(child(run(node), 'shell')) ?? textOf(child(run(at.root), 'shell'))
    const folder = textOf(child(run(node), 'working-directory')) ?? textOf(child(run(at.root), 'working-directory'))
    const job: Job = {
      workflow: at.workflow,
      name: at.job,
      placement: placementOf(child(node, 'runs-on'), resolve),
      env,
      values: at.values,
      shell: shell === null ? defaultShell(child(node, 'runs-on'), resolve) : resolve(shell),
      cwd: folder === null ? '.' : resolve(folder).text,
      envFile: envFileOf(at.workflow, this.#runs++),
      calls: at.calls,
      depth: at.depth
    }
    this.#recorder.beginJob()
    this.#steps(child(node, 'steps'), job)
  }

  /** `uses: ./.github/workflows/deploy.yml` with inputs. */
  #reusable(
    uses: MappedText,
    inputs: YamlNode | null,
    resolve: (text: MappedText) => MappedText,
    at: { workflow: string; calls: Frame['calls']; depth: number }
  ): void {
    const path = localPath(uses.text)
    const text = path === null ? null : this.#recorder.find(path, '.')
    if (text === null || !this.#mayCall(text, uses, at.calls)) return
    const given = entriesOf(inputs).flatMap(({ key, value }) => {
      const input = textOf(value)
      return input === null ? [] : [[`inputs.${key.text.text}`, resolve(input)] as const]
    })
    this.workflow(text, new Map(given), [...at.calls, uses.location()], at.depth + 1, at.workflow)
  }

  #steps(steps: YamlNode | null, job: Job): void {
    const state = { env: job.env }
    const variables = new StepFile(job.envFile.text, this.#recorder)
    const outputs = new StepFile(outputsOf(job.envFile.text), this.#recorder)
    const seen = new Set<YamlNode>()
    const walk = (node: YamlNode): void => {
      // An anchor's text is one text, however often it is named.
      if (node.kind !== 'map' || seen.has(node)) return
      seen.add(node)
      for (const step of itemsOf(child(node, 'parallel'))) walk(step)
      if (isOff(child(node, 'if'))) return
      if (job.depth > 0 && !this.#spend(node.at, 1)) return
      this.#coverage.steps++
      const scope = this.#step(node, { ...job, env: state.env })
      const id = textOf(child(node, 'id'))?.text ?? null
      state.env = exported(state.env, { variables: variables.next(), outputs: outputs.next(), id, scope })
    }
    for (const step of itemsOf(steps)) walk(step)
  }

  /** Reads a step; what its shell knew at the end comes back. */
  #step(step: YamlMap, job: Job): Scope {
    const env = envOf(child(step, 'env'), job.values, job.env)
    const resolve = resolver(job.values, env)
    const name = textOf(child(step, 'name')) ?? textOf(child(step, 'id'))
    const label = name === null ? null : resolve(name).text
    const folder = textOf(child(step, 'working-directory'))
    const cwd = folder === null ? job.cwd : joinPath(job.cwd, resolve(folder).text)
    const frame = { ...this.#frame(job, label, env, cwd), arms: afterFailure(child(step, 'if')) }
    const run = textOf(child(step, 'run'))
    if (run !== null) {
      const shell = textOf(child(step, 'shell'))
      this.#run(resolve(run), shell === null ? job.shell : resolve(shell), frame)
      return frame.scope
    }
    const uses = textOf(child(step, 'uses'))
    if (uses !== null) this.#uses(uses, child(step, 'with'), { ...job, env }, frame, resolve)
    return frame.scope
  }

  /** GitHub's shells read the script themselves; any other is a command line that is given its path as `{0}`. */
  #run(script: MappedText, shell: MappedText | null, frame: Frame): void {
    if (shell === null || !isCommandLine(shell.text)) {
      for (const text of forShell(script, shell?.text ?? null)) runScript(text, frame, this.#recorder)
      return
    }
    this.#recorder.wrote(stepScript, script, false)
    runScript(MappedText.standingFor(shell, shell.text.replaceAll('{0}', stepScript)), frame, this.#recorder)
  }

  #uses(
    uses: MappedText,
    inputs: YamlNode | null,
    job: Job,
    frame: Frame,
    resolve: (text: MappedText) => MappedText
  ): void {
    const given = new Map(
      entriesOf(inputs).flatMap(({ key, value }) => {
        const input = textOf(value)
        return input === null ? [] : [[key.text.text.toLowerCase(), resolve(input)] as const]
      })
    )
    const path = localPath(uses.text)
    if (path !== null) return this.#localAction(path, uses, given, job)
    const checked = checkedUrl(uses.text, given)
    if (checked !== null) this.#recorder.addHint({ ...checked, workflow: job.workflow, port: null })
    const here = commandHere(uses, given)
    if (here !== null) return runScript(here, frame, this.#recorder)
    recordBuildStep(uses.text, given, this.#recorder)
    recordWebhookUrls(uses.text, given, this.#recorder)
    const command = composeCommand(uses, given)
    if (command !== null) {
      return runScript(command, { ...frame, placement: 'remote', machine: {} }, this.#recorder)
    }
    const ssh = sshStep(uses.text, given, job.env)
    if (ssh === null) return
    for (const { from, to } of ssh.copies) this.#recorder.copied(joinPath('.', from), to)
    const passed = (given.get('envs')?.text ?? '').split(',').map(name => name.trim())
    const variables = passed.flatMap(name => {
      const value = job.env.get(name)
      return value === undefined ? [] : [[name, { kind: 'text', text: value }] as const]
    })
    const remote: Frame = { ...frame, placement: 'remote', machine: {}, scope: new Scope(variables) }
    for (const script of ssh.scripts) runScript(script, remote, this.#recorder)
    for (const file of ssh.paths) {
      const script = this.#recorder.find(file, '.')
      if (script !== null)
        runScript(script, { ...remote, calls: [...frame.calls, uses.location()], depth: 1 }, this.#recorder)
    }
  }

  #localAction(path: string, uses: MappedText, given: Values, job: Job): void {
    const text = this.#recorder.find(`${path}/action.yml`, '.') ?? this.#recorder.find(`${path}/action.yaml`, '.')
    if (text === null || job.depth >= deepest || !this.#mayCall(text, uses, job.calls)) return
    const inputs = [...given].map(([name, value]) => [`inputs.${name}`, value] as const)
    this.action(text, { ...job, values: new Map(inputs), calls: [...job.calls, uses.location()], depth: job.depth + 1 })
  }

  /** What calls itself is read already. */
  #mayCall(text: MappedText, uses: MappedText, calls: Frame['calls']): boolean {
    const at = uses.location()
    return ![...calls, at].some(({ file }) => file === text.file.path) && this.#spend(at, 10)
  }

  #spend({ file, line }: Location, cost: number): boolean {
    const inAll = (spent.get(this.#recorder) ?? 0) + cost
    spent.set(this.#recorder, inAll)
    this.#spent += cost
    const over = this.#spent > mostSteps || inAll > mostInAll
    if (over && this.#spent - cost <= mostSteps && inAll - cost <= mostInAll)
      this.#recorder.addUnread({
        file,
        line,
        reason: 'more steps by here than any real workflow has; the rest is not read'
      })
    return !over
  }

  action(text: MappedText, job: Job): void {
    const root = this.#parseCalled(text)
    const values = new Map([...inputDefaults(child(root, 'inputs')), ...job.values])
    this.#steps(child(child(root, 'runs'), 'steps'), { ...job, values })
  }

  #frame(job: Job, step: string | null, env: Values, cwd: string): Frame {
    const scope = new Scope(
      [
        ...env,
        ['GITHUB_ENV', job.envFile] as const,
        ['GITHUB_OUTPUT', MappedText.standingFor(job.envFile, outputsOf(job.envFile.text))] as const
      ].map(([name, text]) => [name, { kind: 'text', text }] as const),
      cwd
    )
    scope.positional = []
    return {
      placement: job.placement,
      workflow: job.workflow,
      job: job.name,
      step,
      calls: job.calls,
      scope,
      stdin: null,
      arms: [],
      depth: job.depth
    }
  }

  /** What is called is kept: others may call it too. */
  #parseCalled(text: MappedText): YamlNode | null {
    const known = parsed.get(text)
    if (known !== undefined) return known
    const root = this.#parse(text)
    parsed.set(text, root)
    return root
  }

  #parse(text: MappedText): YamlNode | null {
    const { documents, error } = parseYaml(text)
    if (error !== null)
      this.#recorder.addUnread({
        file: text.file.path,
        line: error.line,
        reason: `it is no valid YAML: ${error.message}`,
        whole: true
      })
    return documents[0]?.root ?? null
  }
}

/** A path in this repository: `./dir`, or `$/dir` since July 2026. */
const localPath = (uses: string): string | null =>
  /^(\.|\$)\//.test(uses) ? uses.slice(2).replace(/\/$/, '') || '.' : null

const isOff = (condition: YamlNode | null): boolean =>
  /^\s*(\$\{\{\s*)?false(\s*\}\})?\s*$/.test(textOf(condition)?.text ?? '')

/** A step that only a failure or a cancelled run brings about is an arm of its own. */
function afterFailure(condition: YamlNode | null): readonly string[] {
  const text = textOf(condition)
  if (
    text === null ||
    !/\b(failure|cancelled)\(\)/.test(text.text) ||
    /\balways\(\)|!\s*(failure|cancelled)/.test(text.text)
  )
    return []
  const { file, line } = text.location()
  return [`${file}:${line}`]
}

interface Left {
  readonly variables: ReturnType<StepFile['next']>
  readonly outputs: ReturnType<StepFile['next']>
  readonly id: string | null
  readonly scope: Scope
}

/** What a step leaves to the next: variables that it wrote to `GITHUB_ENV`, its outputs, the docker context that it chose. */
function exported(env: Values, { variables, outputs, id, scope }: Left): Values {
  const context = scope.variable(chosenContext)
  const all = new Map(env)
  if (context?.kind === 'text') all.set(chosenContext, context.text)
  for (const [name, value] of variables) all.set(name, origin(value, scope))
  if (id !== null) for (const [name, value] of outputs) all.set(`steps.${id}.outputs.${name}`, origin(value, scope))
  return all
}
