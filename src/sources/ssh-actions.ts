import type { Location } from '../text/location.ts'
import { MappedText } from '../text/mapped-text.ts'
import { publicHost } from './commands/signs.ts'

/** Inputs of a step's action, by lower-case name. */
export type ActionInputs = ReadonlyMap<string, MappedText>

export interface SshStep {
  /** Scripts that run on the server, in order. */
  readonly scripts: readonly MappedText[]
  /** Files of the checkout that run there. */
  readonly paths: readonly string[]
  readonly copies: readonly { readonly from: string; readonly to: string }[]
}

/** Inputs that hold shell in one or other of the ssh-like actions (appleboy, garygrossgarten, JimCronqvist, jderusse, easingthemes, …). */
const scriptInputs = [
  'first_ssh',
  'script_before',
  'script',
  'command',
  'commands',
  'run',
  'script_after',
  'post_script',
  'last_ssh'
]
const pathInputs = ['script_path', 'script_file', 'script-path', 'script-file']
const sourceInputs = ['source', 'local', 'path', 'local_path', 'local-path', 'source_path']
const targetInputs = ['target', 'remote', 'remote_path', 'remote-path', 'remote_target', 'destination', 'dest']

/** What an action that reaches a server by ssh, scp or rsync does there; null for any other action. */
export function sshStep(uses: string, inputs: ActionInputs, env: ActionInputs): SshStep | null {
  const name = uses.replace(/@.*$/, '').toLowerCase()
  if (!/ssh|scp|rsync|sftp/.test(name) || /ssh-agent|ssh-key|ssh-config|setup-ssh|known-hosts|install-ssh/.test(name))
    return null
  // easingthemes/ssh-deploy looks in its environment first (its `inputs.js`).
  const around = name === 'easingthemes/ssh-deploy' ? env : new Map<string, MappedText>()
  const given = (names: readonly string[]): readonly MappedText[] =>
    names.flatMap(input => around.get(input.toUpperCase()) ?? inputs.get(input) ?? [])
  const target = given(targetInputs)[0]?.text ?? '.'
  const stripped = Number(inputs.get('strip_components')?.text ?? 0) || 0
  return {
    scripts: given(scriptInputs),
    paths: given(pathInputs).map(path => path.text.trim()),
    copies: given(sourceInputs)
      .flatMap(source => source.text.split(/[,\n]/))
      .map(source => source.trim().replace(/\/?\*+$/, ''))
      .filter(source => source !== '' && !source.startsWith('!'))
      .map(source => ({ from: source, to: copyTarget(source, target, stripped) }))
  }
}

/** scp-action keeps the folders of a source below the target, less `strip_components` of them. */
function copyTarget(source: string, target: string, stripped: number): string {
  const kept = source.replace(/^\.\//, '').split('/').slice(stripped).join('/')
  return kept === '' ? target : `${target.replace(/\/$/, '')}/${kept}`
}

/**
 * The command that an action runs in the job itself: again until it works (nick-fields/retry, Wandalen/wretry.action), or
 * ansible-playbook (dawidd6/action-ansible-playbook, arillso/action.playbook).
 */
export function commandHere(uses: MappedText, inputs: ActionInputs): MappedText | null {
  const playbook = inputs.get('playbook')
  if (playbook !== undefined && /ansible|playbook/i.test(uses.text)) {
    const words = (text: string): MappedText => MappedText.standingFor(uses, text)
    const folder = inputs.get('directory')
    const options = inputs.get('options')
    return MappedText.join([
      ...(folder === undefined ? [] : [words('cd "'), folder, words('" && ')]),
      words('ansible-playbook '),
      playbook,
      ...(options === undefined ? [] : [words(` ${options.text.replace(/\s+/g, ' ')}`)])
    ])
  }
  const again = /\/(w?retry[\w.-]*|[\w.-]*-retry)(@|$)/i.test(uses.text)
  return again ? (inputs.get('command') ?? inputs.get('run') ?? null) : null
}

/** The https URL of a public name that a health check action asks for. */
export function checkedUrl(
  uses: string,
  inputs: ActionInputs
): { readonly at: Location; readonly what: string } | null {
  if (!/health-?check|url-?check|wait-?(for|on)|http-?(status|check)|uptime|smoke/i.test(uses.replace(/@.*$/, '')))
    return null
  for (const text of inputs.values()) {
    const host = publicHost(text.text.trim())
    if (host !== null) return { at: text.location(), what: `the workflow checks https://${host}` }
  }
  return null
}
