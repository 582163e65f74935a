import { defineRule, deployWith, exampleFile, place } from './rule.ts'

const continued = (between: string): string =>
  deployWith('-p 443:8443').replace('--name app ', `--name app \\\n${between}              `)

export const publishCutOff = defineRule({
  id: 'publish-cut-off',
  level: 'error',
  title: 'A continued docker command ends before its last flags',
  why: 'A backslash continues a command only as the very last character of its line. A comment between the lines, or a blank after the backslash, ends the command there; the shell takes the next line for a command of its own ("-p: command not found"), and docker never sees the rest.',
  fix: 'Move comments before the command, and remove blanks after backslashes.',
  examples: {
    bad: { [exampleFile]: continued('              # for the proxy\n') },
    good: { [exampleFile]: continued('') }
  },
  *check({ deployment }) {
    for (const { at, by, placement, statement, calls } of deployment.cutOffs ?? []) {
      if (placement === 'hosted') continue
      const what = by === 'comment' ? 'This comment' : 'The blank after this backslash'
      yield {
        at,
        message: `${what} ends the docker command that starts at ${place(statement)}: the flags on the next lines never reach docker, the shell runs them as a command of their own.`,
        fix: {
          description:
            by === 'comment' ? 'Move the comment before the command.' : 'Remove the blank after the backslash.',
          edits: by === 'blanks' && at.line === at.endLine ? [{ ...at, text: '\\' }] : []
        },
        related: calls.map(call => ({ at: call, message: 'called from here' })),
        statement
      }
    }
  }
})
