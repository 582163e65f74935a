import { defineRule, deployWith, exampleFile, exposedAs, nameOf } from './rule.ts'

export const hostNetworkPublish = defineRule({
  id: 'host-network-publish',
  level: 'warning',
  title: 'A mapping has no effect on the host network',
  why: 'With `--network host` the container shares the host\'s ports, and Docker says "Published ports are discarded when using host network mode". The app is reachable on whatever address and port it listens on itself.',
  fix: 'Drop the mapping, or drop `--network host`.',
  examples: {
    bad: { [exampleFile]: deployWith('--network host -p 127.0.0.1:8000:8000') },
    good: { [exampleFile]: deployWith('--network host') }
  },
  check: judged =>
    exposedAs(judged, 'host-network-publish', exposed => ({
      message: `${nameOf(exposed)} runs on the host network, where Docker drops ${exposed.publication.written}: the app is reachable wherever it listens itself, loopback or not.`,
      fix: { description: 'Drop this mapping and set the address in the app, or drop the host network.', edits: [] }
    }))
})
