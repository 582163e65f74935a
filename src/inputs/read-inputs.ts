import { InputError } from '../errors.ts'
import { crossChecks } from './cross-checks.ts'
import { type Inputs, inputSpecs } from './index.ts'
import { BadValue, type InputSpec } from './input-spec.ts'
import { listed, quote } from './quote.ts'

/** The raw texts, and the way to keep them out of every log. */
export interface InputSource {
  /** Empty where the input was not given. */
  input(name: string): string
  mask(secret: string): void
}

/** Nothing that a person types is longer; a file in the wrong place is. */
const longest = 100_000

/** Reads every input or throws one InputError with all that is wrong: one problem an input. */
export function readInputs(source: InputSource): Inputs {
  maskSecrets(source)
  const problems: string[] = []
  const values: Record<string, unknown> = {}
  for (const spec of inputSpecs) {
    try {
      values[camelCase(spec.name)] = spec.parse(textOf(spec, source))
    } catch (error) {
      if (!(error instanceof BadValue)) throw error
      problems.push(describe(spec, error))
    }
  }
  if (problems.length > 0) throw new InputError(problems)
  // Every spec has put its own value under its own name: `Inputs` is made of the same list.
  const inputs = values as unknown as Inputs
  const conflicts = crossChecks.flatMap(check => check(inputs) ?? [])
  if (conflicts.length > 0) throw new InputError(conflicts)
  return inputs
}

function textOf(spec: InputSpec, source: InputSource): string {
  const given = source.input(spec.name).trim()
  if (given.length > longest) throw new BadValue(`${given.length} characters`)
  // An expression is a default that only the runner can fill in.
  return given === '' && !spec.default.includes('${{') ? spec.default : given
}

const describe = (spec: InputSpec, error: BadValue): string =>
  `${spec.name}: got ${spec.secret ? 'a value that is not shown' : listed(error.got.slice(0, 5).map(quote))}, takes ${spec.takes}`

/** Secrets, and what is secret in a URL: credentials and tokens, each by itself (short ones would blank out the log). */
function maskSecrets(source: InputSource): void {
  const secrets = inputSpecs.filter(spec => spec.secret).map(spec => source.input(spec.name).trim())
  const urls = ['webhook-url', 'health-url'].map(name => source.input(name))
  for (const secret of new Set([...secrets, ...urls.flatMap(secretsOf)])) {
    if (secret.length >= 4) source.mask(secret)
  }
}

/** By pattern, not by parsing: a URL that is refused must not leak either. */
function secretsOf(text: string): readonly string[] {
  // A name is no secret where a password stands behind it; alone it may be a token.
  const credentials = [...text.matchAll(/\/\/([^/\s@]+)@/g)].map(
    ([, pair = '']) => /^[^:]*:(.+)$/.exec(pair)?.[1] ?? pair.replace(/:$/, '')
  )
  const tokens = [...text.matchAll(/[?&][^=&\s]*(?:token|secret|key|sig|pass|auth)[^=&\s]*=([^&#\s]+)/gi)]
  return [...credentials, ...tokens.map(([, value = '']) => value)].flatMap(raw => [raw, decoded(raw)])
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const camelCase = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
