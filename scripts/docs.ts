/**
 * Writes what is made from the sources: action.yml, the tables of the README, a page for each rule and diagnosis. With
 * --check it writes nothing and fails where a file differs.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { actionYml, inputsTable, outputsTable } from './action-yml.ts'
import { diagnosisPage, diagnosisPath, documentedDiagnoses } from './pages/diagnosis-page.ts'
import { putBlock } from './pages/made-block.ts'
import { documentedRules, fenced, rulePage, rulePath } from './pages/rule-page.ts'
import { serverCodes, serverPage } from './pages/server-page.ts'
import { diagnosesIndex, hopsTable, rulesTable, serverList } from './pages/tables.ts'

process.chdir(new URL('..', import.meta.url).pathname)

const pages = new Map<string, string>([
  ['action.yml', actionYml()],
  ['README.md', readme()],
  ['docs/diagnoses/README.md', diagnosesIndex()],
  ...documentedRules.map(rule => [rulePath(rule.id), rulePage(rule)] as const),
  ...documentedDiagnoses.map(diagnosis => [diagnosisPath(diagnosis.code), diagnosisPage(diagnosis)] as const),
  ...serverCodes.map(server => [diagnosisPath(server.code), serverPage(server)] as const)
])

const differing = [...pages].filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text)
const orphans = ['docs/rules', 'docs/diagnoses'].flatMap(folder =>
  readdirSync(folder)
    .map(name => `${folder}/${name}`)
    .filter(path => !pages.has(path))
)

if (process.argv.includes('--check')) {
  const stale = [...differing.map(([path]) => path), ...orphans]
  if (stale.length > 0) {
    process.stderr.write(`Not what the sources give: ${stale.join(', ')}. Run "npm run docs" and commit it.\n`)
    process.exitCode = 1
  } else process.stdout.write(`The documentation is what the sources give: ${pages.size} files.\n`)
} else {
  for (const [path, text] of differing) writeFileSync(path, text)
  for (const path of orphans) rmSync(path)
  process.stdout.write(`${differing.length} of ${pages.size} files written, ${orphans.length} removed.\n`)
}

function readme(): string {
  const onLines = (text: string): string => `\n${text}\n`
  const blocks = {
    'incident-lines': onLines(fenced('sh', incidentLines())),
    'incident-report': onLines(fenced('text', incidentReport())),
    inputs: onLines(inputsTable()),
    outputs: onLines(outputsTable()),
    rules: onLines(rulesTable()),
    hops: onLines(hopsTable()),
    server: serverList()
  }
  return Object.entries(blocks).reduce(
    (page, [name, text]) => putBlock(page, name, text),
    readFileSync('README.md', 'utf8')
  )
}

/** The command of the example's workflow that does the harm. */
function incidentLines(): string {
  const lines = readFileSync('examples/incident/.github/workflows/ci-cd.yml', 'utf8').trimEnd().split('\n')
  const from = lines.findIndex(line => line.includes('docker run'))
  const indent = /^ */.exec(lines[from] ?? '')?.[0].length ?? 0
  return lines
    .slice(from)
    .map(line => line.slice(indent))
    .join('\n')
}

/** What the command line says of the example. */
function incidentReport(): string {
  const args = ['src/index.ts', 'lint', 'examples/incident']
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 1 || stderr !== '') throw new Error(`lint of the example ended with ${status}: ${stderr}`)
  return stdout.trimEnd()
}
