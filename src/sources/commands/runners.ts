import type { CommandFamily } from '../frame.ts'

/** Tools that run another command in an environment of theirs: `doppler run -- docker compose up -d`, `bundle exec kamal deploy`. */
export const runners: CommandFamily = {
  names:
    'bundle poetry pipenv pdm hatch uv rye mise asdf direnv doppler op infisical dotenvx dotenv aws-vault chamber teller'.split(
      ' '
    ),
  run(invocation, shell) {
    const words = invocation.args.map(field => field.text.text)
    const end = words.indexOf('--')
    const verb = words.findIndex(word => /^(run|exec|x)$/.test(word))
    if (verb === -1) return
    let index = end === -1 ? verb + 1 : end + 1
    while (end === -1 && words[index]?.startsWith('-') === true) index++
    const command = invocation.args[index]
    if (command !== undefined)
      shell.invoke({ ...invocation, name: command.text.text, args: invocation.args.slice(index + 1) })
  }
}
