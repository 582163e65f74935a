import { MappedText } from '../text/mapped-text.ts'
import type { ActionInputs } from './ssh-actions.ts'

/** Inputs that name the server (docker-remote-deployment-action and its kin, ssh-docker-compose, stack-deploy, compose-gitops). */
const hostInputs = [
  'remote_docker_host',
  'remote-docker-host',
  'ssh_host',
  'ssh-host',
  'ssh_remote_hostname',
  'docker_host',
  'remote_host',
  'host'
]
const fileInputs = [
  'stack_file_name',
  'compose_file_path',
  'docker_compose_filename',
  'docker-compose-filename',
  'docker_compose_file',
  'docker_compose_file_path',
  'compose_file',
  'compose-file',
  'file'
]

/**
 * The command that an action runs against a server's docker: `docker-compose -f FILE ARGS`, or `docker stack deploy`; null
 * for any other action.
 */
export function composeCommand(uses: MappedText, inputs: ActionInputs): MappedText | null {
  const name = uses.text.replace(/@.*$/, '').toLowerCase()
  const given = (names: readonly string[]): MappedText | undefined => names.flatMap(input => inputs.get(input) ?? [])[0]
  const file = given(fileInputs)
  if (!/docker|compose|stack|swarm/.test(name) || /^docker\//.test(name) || given(hostInputs) === undefined) return null
  if (file === undefined && !/compose|stack/.test(name)) return null
  const swarm =
    /swarm/.test(inputs.get('deployment_mode')?.text ?? inputs.get('mode')?.text ?? '') ||
    inputs.get('use_stack')?.text === 'true' ||
    (/stack|swarm/.test(name) && !/compose/.test(inputs.get('mode')?.text ?? ''))
  const words = (text: string): MappedText => MappedText.standingFor(uses, text)
  const args = inputs.get('args')
  const stack = inputs.get('stack_name') ?? inputs.get('name') ?? words('stack')
  // serversideup/github-action-docker-swarm-deploy takes them with their flags, and has these where none are given.
  const flagged = file?.text.startsWith('-') === true
  const unnamed = /docker-swarm-deploy/.test(name) ? [words(' -c docker-compose.yml -c docker-compose.prod.yml')] : []
  const files = file === undefined ? unnamed : [words(flagged ? ' ' : swarm ? ' -c ' : ' -f '), file]
  return MappedText.join(
    swarm
      ? [words('docker stack deploy'), ...files, words(' '), args ?? stack]
      : [words('docker compose'), ...files, words(' '), args ?? words('up -d')]
  )
}
