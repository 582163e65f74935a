import type { Container, Route } from '../model/deployment.ts'
import { roleOf } from '../model/role.ts'
import { fillTemplate } from '../proxies/template.ts'
import type { Location } from '../text/location.ts'
import { MappedText } from '../text/mapped-text.ts'
import {
  child,
  entriesOf,
  locationOf,
  parseYaml,
  textOf,
  textsOf,
  type YamlEntry,
  type YamlNode
} from '../text/yaml.ts'
import { readPublications } from './docker-run.ts'
import { type Frame, type Recorder, workflowsOf } from './frame.ts'

/** Reads Kamal's configuration, the one of a destination over the common one, and records what it starts. */
export function readKamal(texts: readonly MappedText[], frame: Frame, recorder: Recorder): void {
  const roots = texts.flatMap(text => parsed(text, recorder) ?? [])
  const field = (key: string): YamlNode | null =>
    roots.map(root => child(root, key)).findLast(node => node !== null) ?? null
  const service = textOf(field('service'))?.text ?? 'app'
  const start: Start = { frame: { ...frame, placement: frame.placement === 'listed' ? 'listed' : 'remote' }, recorder }
  const servers = field('servers')
  if (servers !== null && servers.kind !== 'map') proxied(`${service}-web`, field('proxy'), null, start)
  for (const [index, role] of entriesOf(servers).entries()) {
    const name = `${service}-${role.key.text.text}`
    const options = child(role.value, 'options')
    const publish = textsOf(child(options, 'publish'))
    addContainer({ name, image: textOf(field('image'))?.text ?? null, publish, entry: role, options }, start)
    const own = child(role.value, 'proxy')
    const off = textOf(own)?.text === 'false'
    // The first role stands behind the proxy unless it says otherwise, the others only where they say so (kamal `role.rb`).
    if (!off && (index === 0 || own !== null)) proxied(name, field('proxy'), own, start)
  }
  for (const accessory of entriesOf(field('accessories'))) {
    const name = `${service}-${accessory.key.text.text}`
    const port = textOf(child(accessory.value, 'port'))
    const options = child(accessory.value, 'options')
    const publish = [...(port === null ? [] : [bothSides(port)]), ...textsOf(child(options, 'publish'))]
    const image = textOf(child(accessory.value, 'image'))?.text ?? null
    addContainer({ name, image, publish, entry: accessory, options }, start)
  }
}

interface Start {
  readonly frame: Frame
  readonly recorder: Recorder
}

/** `port: 6379` is `6379:6379` (kamal `accessory.rb`). */
const bothSides = (port: MappedText): MappedText =>
  port.text.includes(':') ? port : MappedText.standingFor(port, `${port.text}:${port.text}`)

function addContainer(
  given: {
    readonly name: string
    readonly image: string | null
    readonly publish: readonly MappedText[]
    readonly entry: YamlEntry
    readonly options: YamlNode | null
  },
  { frame, recorder }: Start
): void {
  const { name, image, entry } = given
  const network = textOf(child(given.options, 'network'))?.text ?? 'kamal'
  const container: Container = {
    engine: 'docker',
    placement: frame.placement,
    at: locationOf(entry.value),
    workflows: workflowsOf(frame),
    job: frame.job,
    step: frame.step,
    name,
    aliases: [],
    image,
    role: roleOf(image, name),
    ...readPublications(given.publish, 'docker'),
    networks: network === 'host' ? 'host' : [network],
    labels: new Map(),
    environment: new Map(),
    volumes: [],
    listeners: [],
    arms: frame.arms,
    throwaway: false,
    calls: frame.calls
  }
  recorder.addContainer(container)
}

/** kamal-proxy stands before the role, on the network that it shares (kamal `proxy.yml`: app_port 80, TLS where `ssl` says so). */
function proxied(name: string, common: YamlNode | null, own: YamlNode | null, { recorder }: Start): void {
  const field = (key: string): MappedText | null => textOf(child(own, key)) ?? textOf(child(common, key))
  const at: Location | undefined = [own, common].flatMap(node => (node === null ? [] : [locationOf(node)]))[0]
  if (at === undefined) return
  const ssl = field('ssl')
  const hosts = [...textsOf(child(common, 'host')), ...textsOf(child(common, 'hosts')), ...textsOf(child(own, 'host'))]
  const port = Number(field('app_port')?.text ?? 80)
  const route: Route = {
    proxy: 'kamal-proxy',
    at,
    site: 'bridge-container',
    listeners: [
      { at, port: 80, tls: false },
      ...(ssl === null || ssl.text === 'false' ? [] : [{ at: ssl.location(), port: 443, tls: true }])
    ],
    serverNames: hosts.flatMap(({ text }) => text.split(',')),
    path: '/',
    upstream: { host: name, port: Number.isInteger(port) ? port : null },
    refusal: null,
    evidence: 'declared'
  }
  recorder.addRoute(route)
}

function parsed(text: MappedText, recorder: Recorder): YamlNode | null {
  const { documents, error } = parseYaml(fillTemplate(text, new Map()))
  if (error !== null)
    recorder.addUnread({
      file: text.file.path,
      line: error.line,
      reason: `it is no valid YAML: ${error.message}`,
      whole: true
    })
  return documents[0]?.root ?? null
}
