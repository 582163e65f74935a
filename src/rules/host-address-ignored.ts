import { defineRule, deployWith, exampleFile, exposedAs, nameOf } from './rule.ts'

export const hostAddressIgnored = defineRule({
  id: 'host-address-ignored',
  level: 'warning',
  title: 'Docker drops the host address, so the port is public',
  why: 'The long form of `docker run --publish` knows `published`, `target` and `protocol` alone, and swarm services listen on 0.0.0.0 whatever the stack file says: the address that was meant to keep the port private is dropped without a word.',
  fix: 'Use the short form for `docker run`: `-p 127.0.0.1:8000:8000`. In a stack, publish nothing and put the proxy on the same network.',
  examples: {
    bad: { [exampleFile]: deployWith('-p host_ip=127.0.0.1,published=8000,target=8000') },
    good: { [exampleFile]: deployWith('-p 192.168.1.10:8000:8000') }
  },
  check: judged =>
    exposedAs(judged, 'host-address-ignored', exposed => ({
      message: `Docker drops the address ${exposed.publication.mapping.ignoredAddress} here: ${nameOf(exposed)} is published on every interface after all.`,
      fix: {
        description:
          'Use the short form, 127.0.0.1:HOST_PORT:CONTAINER_PORT; in a stack, publish no port and let the proxy share the network.',
        edits: []
      }
    }))
})
