import { join } from 'node:path'
import { type OutputChunk, rolldown } from 'rolldown'

/** What most runs do without, though the sources import it: loaded when a first name is asked of it. */
const whenFirstUsed = /require\("(node:crypto|\.\/toml\.js)"\)(?=[,;])/g
const whenAsked = 'new Proxy({}, { get: (_, name) => require("$1")[name] })'

/** A text of one byte a character is there as soon as it is read; one dingbat in it and all has to be decoded, which takes 2 ms. */
const inAscii = (code: string): string =>
  code.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Writes the bundle's JavaScript to a folder, and says what each chunk is made of. */
export async function writeBundle(folder: string): Promise<readonly OutputChunk[]> {
  const bundle = await rolldown({
    input: 'src/index.ts',
    preserveEntrySignatures: 'allow-extension',
    platform: 'node',
    // The ES modules of this package, which Node's own condition keeps from view: a fifth smaller than its CommonJS.
    resolve: { alias: { yaml: join(process.cwd(), 'node_modules/yaml/browser/index.js') } },
    // Lets go of the OIDC client that @actions/core brings along and nobody here calls: it costs 40 ms at every start.
    treeshake: { moduleSideEffects: id => !/@actions\/(core|http-client)\//.test(id) },
    // As Node's own build of undici has it: without its second, experimental parser of HTTP/1.
    transform: { define: { esbuildDetection: 'true' } },
    plugins: [
      {
        name: 'one parser',
        // The same parser twice, once for processors with SIMD; the other runs on all of them.
        resolveId(id, importer) {
          return id.endsWith('/llhttp_simd-wasm.js') ? this.resolve(id.replace('_simd', ''), importer) : null
        }
      },
      {
        name: 'server scripts',
        async load(id) {
          if (!/src.platform.server-scripts\.ts$/.test(id)) return null
          const { serverScripts } = await import('../src/platform/server-scripts.ts')
          return `export const serverScripts = ${JSON.stringify(serverScripts)}`
        }
      },
      { name: 'when first used', renderChunk: code => code.replaceAll(whenFirstUsed, whenAsked) },
      {
        name: 'ASCII',
        generateBundle(_, bundle) {
          for (const part of Object.values(bundle)) if (part.type === 'chunk') part.code = inAscii(part.code)
        }
      }
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
    // The licences are in NOTICE.
    comments: false,
    codeSplitting: {
      groups: [
        { name: 'toml', test: /smol-toml|src.text.toml/, includeDependenciesRecursively: false },
        // With all that it needs at once: every file more costs half a millisecond.
        { name: 'main', test: /src.main\.ts$/ }
      ]
    },
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js'
  })
  await bundle.close()
  return output.filter(part => part.type === 'chunk')
}
