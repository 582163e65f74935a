import { defineRule, deployWith, exampleFile, exposedAs, nameOf } from './rule.ts'

export const unresolvedBinding = defineRule({
  id: 'unresolved-binding',
  level: 'notice',
  title: 'Who can reach the port is not known before the run',
  why: 'The host address comes from a secret, a variable or a command, so lint can tell neither loopback from public nor right from wrong.',
  fix: 'Write the address out, or give the variable a default: `${BIND:-127.0.0.1}`. The probe after the deploy sees what holds.',
  examples: {
    bad: { [exampleFile]: deployWith('-p ${{ secrets.BIND }}:8000:8000') },
    good: { [exampleFile]: deployWith('-p 192.168.1.10:8000:8000') }
  },
  check: judged =>
    exposedAs(judged, 'unresolved-binding', exposed => ({
      message: `Where ${nameOf(exposed)} is published depends on ${exposed.publication.written}, which is not known before the run: loopback and public are both possible.`,
      fix: { description: 'Write the address out, or give it a default such as ${BIND:-127.0.0.1}.', edits: [] }
    }))
})
