import { join } from 'node:path'
import { type OutputChunk, rolldown } from 'rolldown'

/** Loading node:crypto takes longer than reading a workflow, and most runs sign and hash nothing. */
const whenFirstUsed = 'new Proxy({}, { get: (_, name) => require("node:crypto")[name] })'

/** Writes the bundle's JavaScript to a folder, and says what each chunk is made of. */
export async function writeBundle(folder: string): Promise<readonly OutputChunk[]> {
  const bundle = await rolldown({
    input: 'src/index.ts',
    platform: 'node',
    // The ES modules of this package, which Node's own condition keeps from view: a fifth smaller than its CommonJS.
    resolve: { alias: { yaml: join(process.cwd(), 'node_modules/yaml/browser/index.js') } },
    // Lets go of the OIDC client that @actions/core brings along and nobody here calls: it costs 40 ms at every start.
    treeshake: { moduleSideEffects: id => !/@actions\/(core|http-client)\//.test(id) },
    plugins: [
      { name: 'when first used', renderChunk: code => code.replaceAll('require("node:crypto")', whenFirstUsed) }
    ],
    onLog(level, log) {
      if (level === 'warn') throw new Error(log.message)
    }
  })
  const { output } = await bundle.write({
    dir: folder,
    // Node starts CommonJS faster than ES modules: it neither links them nor lists what each of its own modules exports.
    format: 'cjs',
    minify: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js'
  })
  await bundle.close()
  return output.filter(part => part.type === 'chunk')
}
