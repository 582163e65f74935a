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

/** What is built, by the names it gets. */
export class Builds {
  /** By name without tag and digest, in the order they were built. */
  readonly #named = new Map<string, Named>()
  readonly #open: Named[] = []

  add(build: Build): void {
    for (const text of new Set(build.names.map(repository))) {
      const known = this.#named.get(text)
      if (known !== undefined) known.builds.push(build)
      else {
        const named = { name: nameOf(text), builds: [build] }
        this.#named.set(text, named)
        if (named.name.hole !== null) this.#open.push(named)
      }
    }
  }

  /** The build that gives an image its name, where exactly one Dockerfile of the checkout does. */
  of(image: string): Build | null {
    const run = nameOf(repository(image))
    // Only a name with holes may be like many others.
    const exact = this.#named.get(run.text)
    const candidates =
      run.hole !== null ? [...this.#named.values()] : exact !== undefined ? [exact, ...this.#open] : this.#open
    const found = candidates.filter(({ name }) => isSame(name, run)).flatMap(({ builds }) => builds)
    const [first] = found
    return first !== undefined && found.every(build => dockerfileOf(build) === dockerfileOf(first)) ? first : null
  }
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

/** Of a name with holes, what is known of its ends; `clear` where that is enough to tell one image from another. */
interface Name {
  readonly text: string
  readonly hole: { readonly start: string; readonly end: string; readonly clear: boolean } | null
}

interface Named {
  readonly name: Name
  readonly builds: Build[]
}

function nameOf(text: string): Name {
  if (!text.includes(HOLE)) return { text, hole: null }
  const clear = text.replaceAll(HOLE, '').replace(/\W/g, '').length >= 4
  return {
    text,
    hole: { start: text.slice(0, text.indexOf(HOLE)), end: text.slice(text.lastIndexOf(HOLE) + HOLE.length), clear }
  }
}

/** Holes may be anything. */
function isSame(built: Name, run: Name): boolean {
  if (built.text === run.text) return built.text !== HOLE
  const [open, known] = built.hole === null ? [run, built] : [built, run]
  if (open.hole === null || known.hole !== null || !open.hole.clear) return false
  return known.text.startsWith(open.hole.start) && known.text.endsWith(open.hole.end)
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
