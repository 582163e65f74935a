import type { Placement } from '../model/deployment.ts'
import { SourceFile } from '../text/location.ts'
import { HOLE, MappedText } from '../text/mapped-text.ts'
import { child, textsOf, type YamlNode } from '../text/yaml.ts'

/** Labels of GitHub's own runners, larger ones included: `ubuntu-latest`, `windows-2025`, `macos-15-xlarge`, `ubuntu-24.04-16-cores`. */
const github = /^(ubuntu|windows|macos)-(latest|slim|\d+(\.\d+)?)(-[\w.]+)*$/i

/** Hosted machines of other companies, gone after the job like GitHub's own. */
const rented = /^(blacksmith|depot|buildjet|warp|ubicloud|nscloud|namespace-profile|runs-on=)([-=:/]|$)/i

/**
 * Where a job's own commands run. Unknown labels (`vars.RUNNER`) count as hosted: a deploy job on a self-hosted runner
 * says so, and a smoke test must not be taken for one.
 */
export function placementOf(runsOn: YamlNode | null, resolve: (text: MappedText) => MappedText): Placement {
  const names = labelsOf(runsOn, resolve)
  const grouped = child(runsOn, 'group') !== null
  if (names.some(name => name.includes(HOLE))) return 'hosted'
  if (names.some(name => name.toLowerCase() === 'self-hosted')) return 'self-hosted'
  if (names.some(isHosted)) return 'hosted'
  return names.length > 0 || grouped ? 'self-hosted' : 'hosted'
}

/** True for a label of a machine that is gone after the job. */
export const isHosted = (label: string): boolean => github.test(label) || rented.test(label)

const powershell = MappedText.whole(new SourceFile('', 'pwsh'))

/** The shell of steps that name none: PowerShell on Windows, else bash. */
export const defaultShell = (runsOn: YamlNode | null, resolve: (text: MappedText) => MappedText): MappedText | null =>
  labelsOf(runsOn, resolve).some(name => /^windows(-|$)/i.test(name)) ? powershell : null

/** The labels that a job asks for; a list may come out of an expression as JSON. */
const labelsOf = (runsOn: YamlNode | null, resolve: (text: MappedText) => MappedText): readonly string[] =>
  [...textsOf(runsOn), ...textsOf(child(runsOn, 'labels'))]
    .flatMap(label =>
      resolve(label)
        .text.replace(/^\[|\]$/g, '')
        .split(',')
    )
    .map(name => name.trim().replace(/^["']|["']$/g, ''))
    .filter(name => name !== '')
