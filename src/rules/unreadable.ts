import { defineRule, deployWith, exampleFile } from './rule.ts'

export const unreadable = defineRule({
  id: 'unreadable',
  level: 'warning',
  title: 'A file could not be read',
  why: 'What is in it was not linted, so a clean result says nothing of it.',
  fix: 'Mend the file, or leave it out with `paths: "!…"`.',
  examples: {
    bad: { [exampleFile]: 'jobs:\n  deploy: [\n  other: {}\n' },
    good: { [exampleFile]: deployWith('-p 443:8443') }
  },
  *check({ deployment }) {
    for (const { file, line, reason, whole } of deployment.unread) {
      if (whole !== true) continue
      yield {
        at: { file, line, column: 1, endLine: line, endColumn: 1 },
        message: `${file} could not be read: ${reason}. Nothing in it was linted.`,
        fix: { description: 'Mend the file, or leave it out with "!" in paths.', edits: [] }
      }
    }
  }
})
