import { isIP } from 'node:net'
import { bare, isLoopback } from '../../../src/model/address.ts'
import {
  formatPortMapping,
  type MappingDialect,
  type PortMapping,
  type PortRange,
  parsePortMapping
} from '../../../src/model/port-mapping.ts'
import { readPorts } from '../../../src/sources/compose/ports.ts'
import { SourceFile } from '../../../src/text/location.ts'
import { parseYaml } from '../../../src/text/yaml.ts'
import { checkPlaces, stored } from '../checkout.ts'
import { common, grammar } from '../grammar.ts'
import { Broken, same, type Target } from '../target.ts'

const dialects: readonly MappingDialect[] = ['docker', 'podman', 'nerdctl', 'compose']

const rules = {
  ...common,
  start: ['<short>', '<short>', '<long>', '- "<short>"\n- <map@2>', '- <map@2>\n- <short>', '- <short>\n- <short>'],
  short: [
    '<address><ports>:<ports><protocol>',
    '<ports><protocol>',
    '<address>:<ports><protocol>',
    '<ports>:<ports>:<ports>',
    '<address><ports>:<ports>:<ports>'
  ],
  address: [
    '127.0.0.1:',
    '[::1]:',
    '::1:',
    '0.0.0.0:',
    '127.1:',
    'localhost:',
    '[::ffff:127.0.0.1]:',
    '192.168.0.1:',
    '[fe80::1%eth0]:',
    '256.0.0.1:',
    '[127.0.0.1]:',
    '\ue000:',
    '127.0.0.\ue000:',
    '[]:',
    ':',
    '01.2.3.4:',
    '0x7f.1:'
  ],
  ports: [
    '8000',
    '80',
    '0',
    '65535',
    '65536',
    '8000-8002',
    '8002-8000',
    '80-',
    '-80',
    '1-3-5',
    '\ue000',
    '80\ue000',
    '',
    ' 80',
    '080',
    '+80',
    '8e1',
    '\u0663'
  ],
  protocol: ['', '/tcp', '/udp', '/TCP', '/sctp', '/', '/http', '/tcp/udp', '/\ue000'],
  long: [
    'published=<ports>,target=<ports>',
    'target=<ports>,published=<ports>,protocol=udp',
    'host_ip=127.0.0.1,target=<ports>',
    'target=<ports>,target=<ports>',
    'mode=ingress,target=<ports>',
    'target',
    '=,target=80',
    'published=<address><ports>,target=80'
  ],
  map: [
    'target: <ports>\npublished: <ports>\nhost_ip: <host>',
    'published: "<ports>"\ntarget: <ports>\nprotocol: udp',
    'target: <ports>',
    'host_ip: <host>\ntarget: <ports>',
    'published: <ports>',
    'name: x',
    '{target: <ports>, published: [<ports>]}'
  ]
}

/** One `-p`, read in every dialect, and the same text as a compose file's `ports`. */
export const mapping: Target = {
  id: 'mapping',
  seeds: [
    '127.0.0.1:8000:8000',
    '8000:80/udp',
    '[::1]:443:443',
    'published=80,target=80',
    '- "127.0.0.1:80:80"\n- target: 80\n  published: 80\n'
  ],
  words: [
    '127.0.0.1',
    '[::1]',
    '::',
    ':',
    '-',
    '/tcp',
    '/udp',
    '80',
    'published=',
    'target=',
    'host_ip=',
    ',',
    '\ue000'
  ],
  grammar: grammar(rules),
  runs: 400,
  check(input) {
    const text = stored(input)
    const seen = dialects.map(dialect => checked(text, dialect))
    const root = parseYaml(new SourceFile('file', text)).documents[0]?.root ?? null
    const ports = readPorts(root, { stack: false, defaultAddress: null })
    checkPlaces(ports, new Map([['file', text]]))
    for (const { mapping } of ports.publications) checkMapping(mapping)
    return [seen.join(), `${Math.min(3, ports.publications.length)} and ${Math.min(3, ports.refused.length)}`]
  }
}

function checked(text: string, dialect: MappingDialect): string {
  const result = parsePortMapping(text, dialect)
  same('the same mapping is read the same twice', result, parsePortMapping(text, dialect))
  if ('refused' in result) {
    if (result.refused === '') throw new Broken('what is refused has its reason', text)
    return result.refused.replace(/\d+|".*?"|\[.*?\]/g, '').slice(0, 30)
  }
  checkMapping(result.mapping)
  checkPrinted(result.mapping, dialect)
  const { exposure, hostPorts, containerPorts, protocol } = result.mapping
  return `${exposure} ${kindOf(hostPorts)} ${kindOf(containerPorts)} ${protocol}`
}

const kindOf = (ports: PortRange | string): string =>
  typeof ports === 'string' ? ports : ports.first === ports.last ? 'one' : 'range'

function checkMapping({ hostPorts, containerPorts, exposure, hostAddress }: PortMapping): void {
  for (const ports of [hostPorts, containerPorts]) {
    if (typeof ports === 'string') continue
    const { first, last } = ports
    if (!(Number.isInteger(first) && Number.isInteger(last) && first >= 0 && first <= last && last <= 65_535))
      throw new Broken('ports are from 0 to 65535, in order', ports)
  }
  if (hostAddress !== null && isIP(bare(hostAddress)) === 0) throw new Broken('an address is one', hostAddress)
  if (hostAddress !== null && (exposure === 'loopback') !== isLoopback(hostAddress))
    throw new Broken('loopback is what the address says', { hostAddress, exposure })
}

/** What is wholly known reads back as it was, and says the protocol that stands for none. */
function checkPrinted(mapping: PortMapping, dialect: MappingDialect): void {
  const known =
    mapping.exposure !== 'unknown' && mapping.hostPorts !== 'unknown' && mapping.containerPorts !== 'unknown'
  if (!known) return
  const printed = formatPortMapping(mapping)
  const again = parsePortMapping(printed, dialect)
  same('a mapping reads back as it was', { mapping: { ...mapping, ignoredAddress: null } }, again)
}
