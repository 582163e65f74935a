import { defineRule, deployWith, exampleFile, exposedAs, nameOf, narrowing, portOf, restsOn } from './rule.ts'

export const dataStoreExposed = defineRule({
  id: 'data-store-exposed',
  level: 'error',
  title: 'A database, cache or queue is open to the internet',
  why: "Scanners find an open Redis or Postgres within minutes, and ufw does not hide it: Docker's rules come first.",
  fix: 'Publish it on 127.0.0.1, or not at all: containers on one network reach each other without.',
  examples: {
    bad: { [exampleFile]: deployWith('-p 5432:5432', 'postgres:17') },
    good: { [exampleFile]: deployWith('-p 127.0.0.1:5432:5432', 'postgres:17') }
  },
  check: judged =>
    exposedAs(judged, 'data-store-exposed', exposed => ({
      message: `${nameOf(exposed)} is a data store, published on every interface${restsOn(exposed)}: the internet can reach it on ${portOf(exposed)}, past ufw too.`,
      fix: narrowing(exposed, 'Publish on 127.0.0.1, or drop the mapping: containers on one Docker network need none.')
    }))
})
