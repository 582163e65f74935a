import type { Container } from '../model/deployment.ts'
import { withDefaultAddress } from '../model/port-mapping.ts'
import type { MappedText } from '../text/mapped-text.ts'
import { child, parseYaml, textOf, type YamlNode } from '../text/yaml.ts'

/** The option of a bridge network that says where its ports are published. */
export const bindingOption = 'com.docker.network.bridge.host_binding_ipv4'

/** Where ports are published that name no address: on every interface, unless a network or the daemon says otherwise. */
export class DefaultAddresses {
  readonly #networks: ReadonlyMap<string, string>
  /** `ip` of daemon.json speaks for the default bridge alone (Docker documentation, port publishing). */
  readonly #bridge: string | null
  readonly #others: string | null

  /** `daemon` is the daemon.json that the deploy brings. */
  constructor(networks: ReadonlyMap<string, string>, daemon: MappedText | null) {
    this.#networks = networks
    const root = daemon === null ? null : (parseYaml(daemon).documents[0]?.root ?? null)
    const text = (node: YamlNode | null): string | null => textOf(node)?.text ?? null
    this.#bridge = text(child(root, 'ip'))
    this.#others = text(child(child(child(root, 'default-network-opts'), 'bridge'), bindingOption))
  }

  placed(container: Container): Container {
    const address = this.#addressOf(container)
    if (address === null || container.publications.length === 0) return container
    const publications = container.publications.map(publication => ({
      ...publication,
      mapping: withDefaultAddress(publication.mapping, address)
    }))
    return { ...container, publications }
  }

  #addressOf({ engine, swarm, networks }: Container): string | null {
    if (engine === 'podman' || engine === 'nerdctl' || swarm === true || networks === 'host') return null
    if (networks.length === 0) return this.#bridge
    const [first = null, ...more] = networks.map(network => this.#networks.get(network) ?? this.#ownOf(network))
    return more.every(address => address === first) ? first : null
  }

  #ownOf(network: string): string | null {
    return network === 'bridge' ? this.#bridge : this.#others
  }
}
