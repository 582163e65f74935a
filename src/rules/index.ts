import { appLoopbackInContainer } from './app-loopback-in-container.ts'
import { containerPortMismatch } from './container-port-mismatch.ts'
import { dataStoreExposed } from './data-store-exposed.ts'
import { devTunnelInDeploy } from './dev-tunnel-in-deploy.ts'
import { hostAddressIgnored } from './host-address-ignored.ts'
import { hostNetworkPublish } from './host-network-publish.ts'
import { ignoreWithoutReason, unusedIgnore } from './ignores.ts'
import { invalidPublish } from './invalid-publish.ts'
import { loopbackWithoutProxy } from './loopback-without-proxy.ts'
import { portConflict } from './port-conflict.ts'
import { proxyBlocksWebhook } from './proxy-blocks-webhook.ts'
import { proxyBypass } from './proxy-bypass.ts'
import { proxyCannotReachLoopback } from './proxy-cannot-reach-loopback.ts'
import { proxyPortMismatch } from './proxy-port-mismatch.ts'
import { proxyWithoutTls } from './proxy-without-tls.ts'
import { publicWithoutTls } from './public-without-tls.ts'
import { publishCutOff } from './publish-cut-off.ts'
import type { Rule } from './rule.ts'
import { unreadable } from './unreadable.ts'
import { unresolvedBinding } from './unresolved-binding.ts'
import { webhookUrlInsecure } from './webhook-url-insecure.ts'

/** Every rule, in the order they are documented. Adding one: add a file, add a line. */
export const rules: readonly Rule[] = [
  loopbackWithoutProxy,
  proxyPortMismatch,
  proxyCannotReachLoopback,
  appLoopbackInContainer,
  containerPortMismatch,
  publicWithoutTls,
  proxyBypass,
  dataStoreExposed,
  proxyWithoutTls,
  proxyBlocksWebhook,
  hostNetworkPublish,
  invalidPublish,
  hostAddressIgnored,
  publishCutOff,
  portConflict,
  unresolvedBinding,
  webhookUrlInsecure,
  devTunnelInDeploy,
  unreadable
]

/** Ids that the `rules` input takes: the rules, and what is said of ignore comments. */
export const ruleIds: readonly string[] = [...rules, ignoreWithoutReason, unusedIgnore].map(rule => rule.id)
