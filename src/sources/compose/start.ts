import type { MappedText } from '../../text/mapped-text.ts'
import { child, textOf } from '../../text/yaml.ts'
import type { Frame, Recorder } from '../frame.ts'
import { fileName } from '../path.ts'
import { containerOf, inlineConfigs, runsOf } from './containers.ts'
import { readDotenv } from './dotenv.ts'
import { type Caller, dotenvOf, type FileFlags, findComposeFiles } from './files.ts'
import { composeFile, type Project, readProject } from './project.ts'
import { type Selection, startedServices } from './started.ts'

/** What the words of a compose command come to. */
export interface ComposeCall extends FileFlags, Selection {
  readonly invocation: Caller
  readonly projectName: MappedText | null
  readonly throwaway: boolean
}

/** Records every service of a file that `paths` names. */
export function startListed(text: MappedText, frame: Frame, recorder: Recorder): void {
  const file = composeFile({ text, via: 'checkout' }, text.file.path)
  const env = dotenvOf(file.server, file, recorder)
  const values = env === null ? new Map() : readDotenv(env.text, () => undefined)
  const project = readProject([file], name => values.get(name), recorder)
  const start = { frame, project: project.name ?? projectNameOf(file.folder), stack: false, throwaway: false }
  for (const service of project.services.values())
    recorder.addContainer(containerOf(service, project, start, recorder), runsOf(service, start.frame))
}

/** What the services stand in is called from the command. */
const called = ({ frame, statement }: Caller): Frame => ({
  ...frame,
  calls: [...frame.calls, statement.location()]
})

interface Read {
  readonly project: Project
  readonly name: string
  readonly selection: Selection
}

/** Records the containers that a compose command starts. */
export function startServices(call: ComposeCall, recorder: Recorder): void {
  const { project, name, selection } = read(call, recorder)
  const start = { frame: called(call.invocation), project: name, stack: call.stack, throwaway: call.throwaway }
  for (const { path, text } of inlineConfigs(project)) recorder.wrote(path, text, false)
  for (const { service, sure } of startedServices(project, selection)) {
    const container = containerOf(service, project, start, recorder)
    // One of several that a variable chooses from: they never run side by side.
    const arms = sure ? container.arms : [...container.arms, `||${service.name}#0`]
    recorder.addContainer({ ...container, arms }, { ...runsOf(service, start.frame), project: name })
  }
}

/** Records that a compose command takes services away again: those it names, or all. */
export function stopServices(call: ComposeCall, recorder: Recorder): void {
  const { project, name: projectName } = read(call, recorder)
  const services = [...project.services.values()].filter(
    ({ name }) => call.named.length === 0 || call.named.includes(name)
  )
  const names = services.map(({ name, node }) => textOf(child(node, 'container_name'))?.text ?? name)
  recorder.removed(names, call.invocation.frame, { project: projectName })
}

/** The service of `docker compose run`, with what the file says of it; null where there is none of that name. */
export function serviceToRun(
  call: ComposeCall,
  name: string,
  recorder: Recorder
): ReturnType<typeof containerOf> | null {
  const { project, name: projectName } = read(call, recorder)
  const service = project.services.get(name)
  const start = { frame: called(call.invocation), project: projectName, stack: false, throwaway: call.throwaway }
  return service === undefined ? null : containerOf(service, project, start, recorder)
}

function read(call: ComposeCall, recorder: Recorder): Read {
  const { files, lookup, folder } = findComposeFiles(call, call.invocation, recorder)
  const project = readProject(files, lookup, recorder)
  // The flag takes the variable's place (compose-go `cli/options.go`, WithDefaultProfiles).
  const profiles =
    call.profiles.length > 0
      ? call.profiles
      : (lookup('COMPOSE_PROFILES')
          ?.text.split(',')
          .map(name => name.trim()) ?? [])
  const name = call.projectName?.text ?? lookup('COMPOSE_PROJECT_NAME')?.text ?? project.name ?? projectNameOf(folder)
  return { project, name, selection: { ...call, profiles } }
}

/** Compose takes the folder's name, in lower case and without what Docker takes in no name. */
const projectNameOf = (folder: string): string =>
  fileName(folder)
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, '') || 'checkout'
