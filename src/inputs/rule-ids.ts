/** Names that `rules` takes. */
export const ruleIds: readonly string[] = [
  'loopback-without-proxy',
  'proxy-port-mismatch',
  'proxy-cannot-reach-loopback',
  'app-loopback-in-container',
  'container-port-mismatch',
  'public-without-tls',
  'proxy-bypass',
  'data-store-exposed',
  'proxy-without-tls',
  'proxy-blocks-webhook',
  'host-network-publish',
  'invalid-publish',
  'host-address-ignored',
  'publish-cut-off',
  'port-conflict',
  'unresolved-binding',
  'webhook-url-insecure',
  'dev-tunnel-in-deploy',
  'unreadable',
  'ignore-without-reason',
  'unused-ignore'
]
