import type { MappedText } from '../../text/mapped-text.ts'
import {
  child,
  entriesOf,
  itemsOf,
  parseYaml,
  textOf,
  textsOf,
  type YamlNode,
  type YamlReading
} from '../../text/yaml.ts'
import { startServices } from '../compose/start.ts'
import type { Frame, Recorder, Shell } from '../frame.ts'
import { joinPath } from '../path.ts'
import { readTaskContainer } from './docker-container.ts'
import { fillJinja, type Values } from './jinja.ts'

/** Roles that include roles, playbooks that import playbooks. */
const deepest = 12
/** Files read for one checkout, as often as they are named; 1,000 characters cost as much as a file. */
const mostFiles = 3_000

const spent = new WeakMap<Recorder, number>()
/** Playbooks that import one another are read again and again. */
const read = new WeakMap<MappedText, YamlReading>()
const sections = ['pre_tasks', 'tasks', 'post_tasks', 'handlers']

/** What is known while tasks are read. */
interface Play {
  readonly frame: Frame
  readonly values: Values
  /** The folder that relative paths start at: the playbook's, or the role's. */
  readonly folder: string
  /** The playbook's own folder, beside which `roles` stands. */
  readonly root: string
  readonly depth: number
}

/** Walks a playbook: plays, roles, included tasks; and records the containers that its tasks start. */
export class Playbook {
  readonly #shell: Shell
  readonly #given: Values

  constructor(given: Values, shell: Shell) {
    this.#given = given
    this.#shell = shell
  }

  read(text: MappedText, frame: Frame, depth = 0): void {
    const root = this.#parse(text)
    const folder = joinPath(text.file.path, '..')
    for (const play of root?.kind === 'list' && depth <= deepest ? root.items : []) {
      const imported = textOf(child(play, 'import_playbook')) ?? textOf(child(play, 'ansible.builtin.import_playbook'))
      const other = imported === null ? null : this.#find(imported.text, folder)
      if (other !== null) this.read(other, frame, depth + 1)
      else this.#play(play, frame, folder)
    }
  }

  #play(play: YamlNode, frame: Frame, folder: string): void {
    const local =
      textOf(child(play, 'connection'))?.text === 'local' ||
      /^(localhost|127\.0\.0\.1)$/.test(textOf(child(play, 'hosts'))?.text ?? '')
    const values = new Map([
      ...this.#file(
        ['group_vars/all.yml', 'group_vars/all.yaml', 'group_vars/all/main.yml', 'group_vars/all/vars.yml'],
        folder
      ),
      ...literals(child(play, 'vars')),
      ...this.#file(
        textsOf(child(play, 'vars_files')).map(({ text }) => text),
        folder
      ),
      ...this.#given
    ])
    const placed: Frame = local ? frame : { ...frame, placement: frame.placement === 'listed' ? 'listed' : 'remote' }
    const context: Play = { frame: placed, values, folder, root: folder, depth: 0 }
    for (const role of itemsOf(child(play, 'roles'))) this.#role(role, context)
    for (const section of sections) this.#tasks(child(play, section), context)
  }

  #role(node: YamlNode, play: Play): void {
    const name = textOf(node) ?? textOf(child(node, 'role')) ?? textOf(child(node, 'name'))
    if (name === null || name.text.includes('{{') || play.depth > deepest) return
    const folder = joinPath(play.root, `roles/${name.text}`)
    const values = new Map([
      ...this.#file(['defaults/main.yml', 'defaults/main.yaml'], folder),
      ...play.values,
      ...this.#file(['vars/main.yml', 'vars/main.yaml'], folder),
      ...literals(child(node, 'vars')),
      ...this.#given
    ])
    const inner: Play = { ...play, values, folder, depth: play.depth + 1 }
    for (const file of ['tasks/main.yml', 'tasks/main.yaml', 'handlers/main.yml']) this.#included(file, inner)
  }

  #included(path: string, play: Play): void {
    const text = this.#find(path, play.folder)
    if (text !== null && play.depth <= deepest) this.#tasks(this.#parse(text), { ...play, depth: play.depth + 1 })
  }

  #tasks(node: YamlNode | null, play: Play): void {
    for (const task of itemsOf(node)) {
      for (const part of ['block', 'rescue', 'always']) this.#tasks(child(task, part), play)
      const values = new Map([...play.values, ...literals(child(task, 'vars'))])
      for (const { key, value } of entriesOf(task)) this.#module(key.text, value, { ...play, values })
    }
  }

  /** What one task does, by the short name of its module. */
  #module(module: MappedText, value: YamlNode, play: Play): void {
    const name = module.text.replace(/^(\w+\.){2}/, '')
    const text = (key: string): MappedText | null => {
      const found = textOf(child(value, key))
      return found === null ? null : fillJinja(found, play.values)
    }
    switch (name) {
      case 'docker_container':
      case 'podman_container': {
        const run =
          value.kind === 'map' ? readTaskContainer(value, name === 'podman_container', play.values, play.frame) : null
        if (run !== null) this.#shell.recorder.addContainer(run.container, run.runs)
        return
      }
      case 'docker_compose':
      case 'docker_compose_v2':
        return this.#compose(module, value, play)
      case 'shell':
      case 'command':
      case 'raw': {
        const script = textOf(value) ?? textOf(child(value, 'cmd'))
        const scope = play.frame.scope.fork()
        scope.cwd = text('chdir')?.text ?? scope.cwd
        if (script !== null) this.#shell.run(fillJinja(script, play.values), { ...play.frame, scope })
        return
      }
      case 'copy':
      case 'template': {
        const [from, to] = [text('src'), text('dest')]
        const content = text('content')
        if (content !== null && to !== null) this.#shell.recorder.wrote(to.text, content, false)
        else if (from !== null && to !== null && !from.hasHoles) this.#copied(name, from.text, to.text, play)
        return
      }
      case 'include_tasks':
      case 'import_tasks': {
        const path = textOf(value)?.text ?? text('file')?.text
        if (path !== undefined && !path.includes('{{'))
          this.#included(this.#exists(`tasks/${path}`, play.folder) ? `tasks/${path}` : path, play)
        return
      }
      case 'include_role':
      case 'import_role':
        return this.#role(value, play)
    }
  }

  #copied(kind: string, from: string, to: string, play: Play): void {
    const folder = kind === 'template' ? 'templates' : 'files'
    const path = [`${folder}/${from}`, from].find(candidate => this.#exists(candidate, play.folder))
    if (path === undefined) return
    const template = kind === 'template' ? this.#find(path, play.folder) : null
    if (template === null) this.#shell.recorder.copied(joinPath(play.folder, path), to)
    else this.#shell.recorder.wrote(to, fillJinja(template, play.values), false)
  }

  #compose(module: MappedText, value: YamlNode, play: Play): void {
    const filled = (node: YamlNode | null): readonly MappedText[] =>
      textsOf(node).map(text => fillJinja(text, play.values))
    const [folder] = filled(child(value, 'project_src'))
    if (/^(absent|stopped)$/.test(textOf(child(value, 'state'))?.text ?? '')) return
    startServices(
      {
        invocation: { frame: play.frame, statement: module, stdin: null },
        files: filled(child(value, 'files')),
        envFiles: filled(child(value, 'env_files')),
        projectFolder: folder === undefined || folder.hasHoles ? null : folder.text,
        projectName: filled(child(value, 'project_name'))[0] ?? null,
        scale: new Map(),
        profiles: filled(child(value, 'profiles')).map(({ text }) => text),
        named: filled(child(value, 'services')).map(({ text }) => text),
        dependencies: true,
        stack: false,
        throwaway: false
      },
      this.#shell.recorder
    )
  }

  #file(paths: readonly string[], folder: string): readonly (readonly [string, MappedText])[] {
    return paths.flatMap(path => {
      const text = this.#exists(path, folder) ? this.#find(path, folder) : null
      return text === null ? [] : literals(this.#parse(text))
    })
  }

  #exists(path: string, folder: string): boolean {
    return this.#shell.recorder.files.exists(joinPath(folder, path))
  }

  #find(path: string, folder: string): MappedText | null {
    return this.#exists(path, folder) ? this.#shell.recorder.find(joinPath(folder, path), '.') : null
  }

  #parse(text: MappedText): YamlNode | null {
    const { recorder } = this.#shell
    const before = spent.get(recorder) ?? 0
    if (before > mostFiles) return null
    spent.set(recorder, before + 1 + text.text.length / 1000)
    if ((spent.get(recorder) ?? 0) > mostFiles) {
      const reason = `more than ${mostFiles} task files are named by here; the rest is not read`
      recorder.addUnread({ file: text.file.path, line: 1, reason })
    }
    const { documents, error } = read.get(text) ?? parseYaml(text)
    read.set(text, { documents, error })
    if (error !== null)
      this.#shell.recorder.addUnread({
        file: text.file.path,
        line: error.line,
        reason: `it is no valid YAML: ${error.message}`,
        whole: true
      })
    return documents[0]?.root ?? null
  }
}

/** Scalars of a map of variables. */
const literals = (node: YamlNode | null): readonly (readonly [string, MappedText])[] =>
  entriesOf(node).flatMap(({ key, value }) => {
    const text = textOf(value)
    return text === null ? [] : [[key.text.text, text] as const]
  })
