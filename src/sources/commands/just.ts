import { readJustfile, recipeScript } from '../calls/justfile.ts'
import { type FlagTable, parseFlags } from '../flags.ts'
import type { CommandFamily } from '../frame.ts'
import { joinPath } from '../path.ts'
import { entered } from './called.ts'

const justFlags: FlagTable = {
  values: new Set(['justfile', 'working-directory', 'set', 'shell', 'dotenv-path', 'dotenv-filename']),
  switches: new Set(),
  short: { f: 'justfile', d: 'working-directory', E: 'dotenv-path' }
}
const names = ['justfile', 'Justfile', '.justfile']

/** `just deploy prod`: a recipe with its arguments, after those it needs. */
export const just: CommandFamily = {
  names: ['just'],
  run(invocation, shell) {
    const { flags, rest } = parseFlags(invocation.args, justFlags)
    const frame = entered(invocation, shell)
    if (frame === null) return
    const given = (name: string): string | undefined => flags.findLast(flag => flag.name === name)?.value?.text
    frame.scope.cwd = joinPath(frame.scope.cwd, given('working-directory') ?? '.')
    const file = given('justfile')
    const text = (file === undefined ? names : [file]).flatMap(
      name => shell.recorder.find(name, frame.scope.cwd) ?? []
    )[0]
    if (text === undefined) return
    const { recipes, variables } = readJustfile(text)
    const done = new Set<string>()
    const run = (name: string, args: readonly string[]): void => {
      const recipe = recipes.find(one => one.name === name)
      if (recipe === undefined || done.has(name)) return
      done.add(name)
      for (const need of recipe.needs) run(need, [])
      const values = new Map<string, string>([...variables].map(([key, value]) => [key, value.text]))
      for (const [index, { name: key, fallback }] of recipe.parameters.entries()) {
        const value = args[index] ?? fallback
        if (value !== null) values.set(key, value)
      }
      const script = recipeScript(recipe, key => values.get(key))
      if (script !== null) shell.run(script, { ...frame, scope: frame.scope.fork() })
    }
    const [name = recipes[0]?.name ?? '', ...args] = rest.map(field => field.text.text)
    run(name, args)
  }
}
