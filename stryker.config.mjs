import { globSync } from 'node:fs'
import { InProcessRunner } from './__tests__/mutants/runner.ts'

/** Words for people. That each is there and complete is tested; what they say in particular is no behaviour. */
const prose = new Set(['title', 'why', 'fix', 'cause', 'says', 'description', 'message'])

/** Leaves the texts of rules, causes and diagnoses alone; conditions and patterns beside them are mutated. */
const proseIgnorer = {
  shouldIgnore(path) {
    if (!path.isStringLiteral() && !path.isTemplateLiteral()) return undefined
    const property = path.findParent(parent => parent.isObjectProperty() || parent.isFunction())
    return property?.isObjectProperty() && prose.has(property.node.key.name) ? 'words for people' : undefined
  }
}

export const strykerPlugins = [
  { kind: 'Ignore', name: 'prose', value: proseIgnorer },
  { kind: 'TestRunner', name: 'in-process', injectableClass: InProcessRunner }
]

/** @type {import('@stryker-mutator/core').PartialStrykerOptions} */
export default {
  plugins: [import.meta.filename],
  mutate: ['src/{model,rules,diagnosis,text}/**/*.ts'],
  ignorers: ['prose'],
  testRunner: 'in-process',
  // Quick ones, in one process, on plain data and small files.
  testFiles: globSync(['__tests__/{model,rules,diagnosis,text}/*.test.ts', '__tests__/corpus/corpus.test.ts']).filter(
    file => !file.includes('oracle')
  ),
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // Modules that were loaded for one mutant stay for good.
  maxTestRunnerReuse: 500,
  timeoutMS: 10_000,
  // Of the small repositories that reach a mutant, some are run.
  timeoutFactor: 0.5,
  disableTypeChecks: true,
  // Stryker would rewrite it with an API that TypeScript 7 has no more; nothing here extends a file outside.
  tsconfigFile: 'none',
  ignorePatterns: ['dist', 'lib', 'docs', 'examples', 'coverage', 'bench', 'server', '__tests__/lab'],
  tempDirName: 'coverage/mutants',
  incremental: true,
  incrementalFile: 'coverage/mutants.json',
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'coverage/mutants-report.json' },
  thresholds: { high: 90, low: 85, break: 85 }
}
