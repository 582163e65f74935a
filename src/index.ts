/**
 * Starts: no arguments = the action, arguments = the command line. Written so that a Node of any age gets as far as
 * reading why it is too old: nothing is imported before that is known.
 */
const needed = 24

if (Number(process.versions.node.split('.')[0]) < needed) {
  process.stderr.write(
    `webhook-reach-check needs Node ${needed} or later, and this is ${process.version}: run it with npx -y node@${needed} dist/index.js …\n`
  )
  process.exitCode = 2
} else {
  import('./start.ts').then(({ start }) => start(process.argv.slice(2)))
}
