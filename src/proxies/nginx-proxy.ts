import type { Container, Publication, Route } from '../model/deployment.ts'
import { imageName } from '../model/image.ts'
import { publishesPort } from '../model/port-mapping.ts'
import type { MappedText } from '../text/mapped-text.ts'
import { parseYaml, textOf } from '../text/yaml.ts'
import type { ContainerProxy } from './proxy-format.ts'
import { entries, nodeAt } from './structured.ts'
import { parsePort } from './upstream.ts'

/** nginx-proxy: `VIRTUAL_HOST` and its relatives in the environment of the container it forwards to. */
export const nginxProxy: ContainerProxy = {
  id: 'nginx-proxy',
  routes(container, all) {
    const { environment } = container
    const hosts = environment.get('VIRTUAL_HOST')
    const several = environment.get('VIRTUAL_HOST_MULTIPORTS')
    if (several !== undefined) return multiPorts(several, container, certifiedIn(all))
    if (hosts === undefined || hosts.text.trim() === '') return []
    const port = environment.get('VIRTUAL_PORT')
    const path = environment.get('VIRTUAL_PATH')?.text ?? '/'
    return [route(container, port ?? hosts, namesOf(hosts), path, portOf(port, container), certifiedIn(all))]
  }
}

function route(
  container: Container,
  at: MappedText,
  names: readonly string[],
  path: string,
  port: number | null,
  certified: Publication | undefined
): Route {
  const certificate = container.environment.get('LETSENCRYPT_HOST') ?? container.environment.get('CERT_NAME')
  const secured = certificate?.location() ?? certified?.at
  const at443 = secured === undefined ? [] : [{ at: secured, port: 443, tls: true }]
  return {
    proxy: 'nginx-proxy',
    at: at.location(),
    site: 'bridge-container',
    listeners: [...at443, { at: (container.environment.get('VIRTUAL_HOST') ?? at).location(), port: 80, tls: false }],
    serverNames: names,
    path,
    upstream: { host: 'container', port },
    refusal: null,
    evidence: 'declared'
  }
}

const certifiedKnown = new WeakMap<readonly Container[], Publication | undefined>()

/** Where a proxy with certificates listens for https; looked for once, however many containers it stands before. */
function certifiedIn(all: readonly Container[]): Publication | undefined {
  if (!certifiedKnown.has(all)) certifiedKnown.set(all, all.find(hasCertificates)?.publications.find(isHttps))
  return certifiedKnown.get(all)
}

/** The proxy itself, which ends TLS for every host that it finds a certificate of. */
const hasCertificates = ({ image, volumes }: Container): boolean =>
  image !== null &&
  imageName(image) === 'nginx-proxy' &&
  volumes.some(({ target }) => target.startsWith('/etc/nginx/certs'))

const isHttps = ({ mapping }: Publication): boolean => publishesPort(mapping, 443)

const namesOf = ({ text }: MappedText): readonly string[] =>
  text.split(/\s*,\s*/).filter(name => /^[\w.*~^-]/.test(name))

/** `VIRTUAL_PORT`, else the one port that the container exposes; which that is its image says, unless it publishes one. */
function portOf(port: MappedText | undefined, { publications }: Container): number | null {
  if (port !== undefined) return parsePort(port.text)
  const [only, ...more] = publications.map(({ mapping }) => mapping.containerPorts)
  return only === undefined || more.length > 0 || only === 'unknown' || only.first !== only.last ? null : only.first
}

/** YAML: host, then path, then `{port, dest}`. */
function multiPorts(text: MappedText, container: Container, certified: Publication | undefined): readonly Route[] {
  const root = parseYaml(text).documents[0]?.root
  return entries(root).flatMap(({ key, value }) => {
    const paths = entries(value)
    if (paths.length === 0) return [route(container, text, [key.text.text], '/', null, certified)]
    return paths.map(path => {
      const port = parsePort(textOf(nodeAt(path.value, 'port'))?.text ?? '')
      return route(container, text, [key.text.text], path.key.text.text, port, certified)
    })
  })
}
