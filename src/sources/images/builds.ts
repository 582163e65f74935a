import { HOLE, type MappedText } from '../../text/mapped-text.ts'
import { child, parseYaml, textOf } from '../../text/yaml.ts'
import type { Located, Recorder } from '../frame.ts'
import type { Surroundings } from '../listeners/listeners.ts'
import { fileName, joinPath } from '../path.ts'
import { type ImageSource, readDockerfile } from './dockerfile.ts'

/** An image that is built from the checkout. */
export interface Build {
  /** Names it gets, with or without tag; unknown parts as holes. */
  readonly names: readonly string[]
  /** Folder that COPY takes from. */
  readonly context: string
  /** Path of the Dockerfile; null is the context's own. */
  readonly dockerfile: string | null
  /** A Dockerfile that stands in the compose file itself. */
  readonly inline: MappedText | null
  readonly target: string | null
  readonly args: ReadonlyMap<string, string>
}

/** The build that gives an image its name, where exactly one Dockerfile of the checkout does. */
export function buildOf(image: string, builds: readonly Build[]): Build | null {
  const found = builds.filter(({ names }) => names.some(name => isSame(repository(name), repository(image))))
  const [first] = found
  return first !== undefined && found.every(build => dockerfileOf(build) === dockerfileOf(first)) ? first : null
}

/** The Dockerfile that a build reads; null where it is not in the checkout. */
export function imageOf(build: Build, recorder: Recorder): ImageSource | null {
  const text = build.inline ?? dockerfile(build, recorder)?.text ?? null
  return text === null ? null : readDockerfile(text, build.target, build.args)
}

const dockerfileOf = ({ dockerfile: path, context }: Build): string => path ?? joinPath(context, 'Dockerfile')

const dockerfile = (build: Build, recorder: Recorder): Located | null =>
  recorder.locate(dockerfileOf(build), '.') ??
  (build.dockerfile === null ? recorder.locate(joinPath(build.context, 'Containerfile'), '.') : null)

/** Without tag and digest. */
const repository = (name: string): string => name.replace(/@.*$/s, '').replace(/:[^/:]*$/s, '')

/** Holes may be anything, where enough of the rest is known to tell one image from another. */
function isSame(built: string, run: string): boolean {
  if (built === run) return built !== HOLE
  const [open, known] = built.includes(HOLE) ? [built, run] : [run, built]
  const parts = open.split(HOLE)
  if (!open.includes(HOLE) || known.includes(HOLE) || open.replaceAll(HOLE, '').replace(/\W/g, '').length < 4)
    return false
  return known.startsWith(parts[0] ?? '') && known.endsWith(parts.at(-1) ?? '')
}

/** Files that one image's context may hold that bear on where its server listens. */
const mostFiles = 200

/** What of a build's context bears on the container's command; of the whole checkout where there is no build. */
export function surroundingsOf(build: Build | null, recorder: Recorder): Surroundings {
  const folder = joinPath('.', build?.context ?? '.')
  const inside = (path: string): boolean => folder === '.' || path.startsWith(`${folder}/`)
  const named = (test: (path: string) => boolean): readonly string[] =>
    recorder.files
      .list()
      .filter(path => inside(path) && test(path))
      .slice(0, mostFiles)
  const text = (path: string): MappedText | null => recorder.locate(path, '.')?.text ?? null
  return {
    configures: name =>
      named(path => name.test(path)).some(path => /host|bind|listen|address/i.test(text(path)?.text ?? '')),
    packageScript(name) {
      const file = recorder.files.exists(joinPath(folder, 'package.json'))
        ? text(joinPath(folder, 'package.json'))
        : null
      return file === null ? null : textOf(child(child(parseYaml(file).documents[0]?.root, 'scripts'), name))
    },
    script(path) {
      const [first] = named(candidate => fileName(candidate) === fileName(path))
      return first === undefined ? null : text(first)
    }
  }
}
