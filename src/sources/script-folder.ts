import type { Command, SyntaxNode } from '../text/shell.ts'
import { joinPath } from './path.ts'

/** `$(dirname "$0")`, `$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")`, alone or within a `cd`, with a way from there. */
const ownFolder =
  /^(?:cd (?:-P )?(?:-- )?)?["']?(?:\$\()?dirname (?:-- )?["']?(?:\$\((?:readlink -f|realpath) )?["']?\$(?:0|\{0\}|BASH_SOURCE|\{BASH_SOURCE(?:\[0\])?(?::-\$0)?\})["')]*((?:\/[\w.-]+)*)["']?(?: *&?> *\/dev\/null)?(?: 2>&1)?(?: *&& *pwd(?: -P)?)?$/

/** What a `$(…)` prints that asks where the script or the checkout stands; undefined for any other command. */
export function printedFolder(command: string, script: string | null, cwd: string): string | undefined {
  if (command.length > 200) return undefined
  const inner = command.replace(/^(\$\(|`)\s*|\s*(\)|`)$/g, '')
  if (inner === 'pwd') return cwd
  if (inner === 'git rev-parse --show-toplevel') return '.'
  const match = ownFolder.exec(inner)
  if (match === null || script === null) return undefined
  const folder = joinPath(script, '..')
  return match[1] === undefined || match[1] === '' ? folder : joinPath(folder, `.${match[1]}`)
}

/** The `cd` of `cd "$HERE/.." && pwd`; null for any other command. */
export function folderAsked(node: SyntaxNode): Command | null {
  const [cd, pwd, ...more] = node.type === 'AndOr' ? node.commands : []
  if (cd?.type !== 'Command' || pwd?.type !== 'Command' || more.length > 0) return null
  return cd.name?.value === 'cd' && pwd.name?.value === 'pwd' ? cd : null
}
