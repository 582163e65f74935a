import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'

/** A certificate chain as a server sends it, and its key. */
export interface Certificate {
  readonly chain: string
  readonly key: string
}

interface Wish {
  /** `issuer` is a name of `authorities` below; `self` signs itself. */
  readonly issuer: 'intermediate' | 'old-intermediate' | 'stranger' | 'self'
  readonly subject?: string
  /** Subject alternative names; null leaves the extension out. */
  readonly names?: string | null
  /** Days from today. */
  readonly from?: number
  readonly until?: number
  /** Which certificates follow the leaf. */
  readonly sends?: 'leaf' | 'chain' | 'chain-and-root' | 'another-chain'
  readonly rsaBits?: number
  readonly digest?: 'sha1'
  readonly usage?: 'clientAuth'
}

const NAME = 'shop.example.com'
/** The names that the example workflows ask. */
const EXAMPLES = 'DNS:your-domain.com,DNS:*.your-domain.com,DNS:api.github.com'
const forName = (name: string): Pick<Wish, 'subject' | 'names'> => ({ subject: `/CN=${name}`, names: `DNS:${name}` })

/** Every certificate of the lab, by what is wrong with it. */
const wishes = {
  good: { issuer: 'intermediate' },
  everyName: { issuer: 'intermediate', names: 'DNS:shop.example.com,DNS:*.example.com,DNS:example.com' },
  expired: { issuer: 'intermediate', from: -90, until: -3 },
  notYetValid: { issuer: 'intermediate', from: 5, until: 90 },
  wrongName: { issuer: 'intermediate', ...forName('other.example.com') },
  parentName: { issuer: 'intermediate', ...forName('example.com') },
  expiredAndWrongName: { issuer: 'intermediate', ...forName('other.example.com'), from: -90, until: -3 },
  selfSigned: { issuer: 'self' },
  selfSignedWrongName: { issuer: 'self', ...forName('localhost') },
  leafOnly: { issuer: 'intermediate', sends: 'leaf' },
  strangerLeafOnly: { issuer: 'stranger', sends: 'leaf' },
  unknownRoot: { issuer: 'stranger' },
  unknownRootSent: { issuer: 'stranger', sends: 'chain-and-root' },
  weakKey: { issuer: 'intermediate', rsaBits: 1024 },
  weakDigest: { issuer: 'intermediate', digest: 'sha1' },
  forClients: { issuer: 'intermediate', usage: 'clientAuth' },
  forAddress: { issuer: 'intermediate', names: 'IP:198.51.100.10' },
  oldIntermediate: { issuer: 'old-intermediate' },
  anotherIntermediate: { issuer: 'intermediate', sends: 'another-chain' },
  noSan: { issuer: 'intermediate', names: null },
  endsSoon: { issuer: 'intermediate', from: -85, until: 5 },
  examples: { issuer: 'intermediate', names: EXAMPLES },
  examplesEndSoon: { issuer: 'intermediate', names: EXAMPLES, from: -85, until: 5 },
  shortLived: { issuer: 'intermediate', from: -1, until: 5 }
} as const satisfies Record<string, Wish>

export type CertificateName = keyof typeof wishes

/** What a world needs to know of the certificates: where each is, and the root that the runner trusts. */
export interface Certificates {
  readonly root: string
  readonly of: Readonly<Record<CertificateName, Certificate>>
}

const day = 24 * 3600 * 1000
const DAYS = { from: -30, until: 335 }

/** Makes the authorities and every certificate with openssl, in about a second. */
export function makeCertificates(folder: string): Certificates {
  mkdirSync(`${folder}/issued`, { recursive: true })
  const make = new Workshop(folder)
  make.authority('root', null)
  make.authority('intermediate', 'root')
  make.authority('old-intermediate', 'root', { from: -90, until: -1 })
  make.authority('strange-root', null)
  make.authority('stranger', 'strange-root')
  make.key('leaf', ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'])
  const names = Object.keys(wishes) as CertificateName[]
  const made = names.map(name => [name, make.leaf(name, wishes[name])] as const)
  return { root: `${folder}/root.pem`, of: Object.fromEntries(made) as Record<CertificateName, Certificate> }
}

/** One certificate to be signed; `issuer` is its own name where it signs itself. */
interface Order {
  readonly name: string
  readonly key: string
  readonly issuer: string
  readonly subject: string
  readonly extensions: string
  readonly dates: typeof DAYS
  readonly digest?: string
}

class Workshop {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
    const policy = ['[policy]', 'commonName = supplied']
    const section = [
      '[ca]',
      'default_ca = lab',
      '[lab]',
      `database = ${folder}/index`,
      `new_certs_dir = ${folder}/issued`
    ]
    const rest = [
      'rand_serial = yes',
      'default_md = sha256',
      'policy = policy',
      'unique_subject = no',
      'email_in_dn = no'
    ]
    const request = ['[req]', 'distinguished_name = name', '[name]']
    writeFileSync(`${folder}/ca.cnf`, [...section, ...rest, ...policy, ...request, ''].join('\n'))
    writeFileSync(`${folder}/index`, '')
  }

  authority(name: string, issuer: string | null, dates = DAYS): void {
    this.key(name, ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'])
    const extensions = 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n'
    this.#sign({ name, key: name, issuer: issuer ?? name, subject: `/CN=Lab ${name}`, extensions, dates })
  }

  leaf(name: string, wish: Wish): Certificate {
    const key = wish.rsaBits === undefined ? 'leaf' : name
    if (wish.rsaBits !== undefined) this.key(key, ['-algorithm', 'RSA', '-pkeyopt', `rsa_keygen_bits:${wish.rsaBits}`])
    const san = wish.names === undefined ? `DNS:${NAME}` : wish.names
    const usage = wish.usage === undefined ? '' : `extendedKeyUsage=${wish.usage}\n`
    const extensions = `basicConstraints=critical,CA:FALSE\n${usage}${san === null ? '' : `subjectAltName=${san}\n`}`
    const issuer = wish.issuer === 'self' ? name : wish.issuer
    const dates = { from: wish.from ?? DAYS.from, until: wish.until ?? DAYS.until }
    const subject = wish.subject ?? `/CN=${NAME}`
    this.#sign({ name, key, issuer, subject, extensions, dates, digest: wish.digest ?? 'sha256' })
    const chain = `${this.#folder}/${name}-chain.pem`
    const sent = [name, ...followers(wish)].map(part => readFileSync(`${this.#folder}/${part}.pem`, 'utf8'))
    writeFileSync(chain, sent.join(''))
    return { chain, key: `${this.#folder}/${key}.key` }
  }

  key(name: string, kind: readonly string[]): void {
    this.#openssl(['genpkey', ...kind, '-out', `${name}.key`])
  }

  /** `openssl ca` alone can date a certificate into the past (OpenSSL 3.0; `x509` learned it in 3.4). */
  #sign({ name, key, issuer, subject, extensions, dates, digest = 'sha256' }: Order): void {
    writeFileSync(`${this.#folder}/${name}.ext`, extensions)
    this.#openssl(['req', '-new', '-config', 'ca.cnf', '-key', `${key}.key`, '-subj', subject, '-out', `${name}.csr`])
    const by =
      issuer === name
        ? ['-selfsign', '-keyfile', `${key}.key`]
        : ['-cert', `${issuer}.pem`, '-keyfile', `${issuer}.key`]
    const when = ['-startdate', stamp(dates.from), '-enddate', stamp(dates.until)]
    const files = ['-extfile', `${name}.ext`, '-in', `${name}.csr`, '-out', `${name}.pem`]
    this.#openssl(['ca', '-batch', '-notext', '-config', 'ca.cnf', '-md', digest, ...by, ...when, ...files])
  }

  #openssl(args: readonly string[]): void {
    execFileSync('openssl', args, { cwd: this.#folder, stdio: ['ignore', 'ignore', 'pipe'] })
  }
}

function followers({ issuer, sends = 'chain' }: Wish): readonly string[] {
  if (issuer === 'self' || sends === 'leaf') return []
  if (sends === 'another-chain') return ['stranger']
  const root = issuer === 'stranger' ? 'strange-root' : 'root'
  return sends === 'chain' ? [issuer] : [issuer, root]
}

/** ASN.1 GeneralizedTime, which is what `openssl ca` takes. */
function stamp(days: number): string {
  const time = new Date(Date.now() + days * day).toISOString()
  return `${time.replace(/[-:T]/g, '').slice(0, 14)}Z`
}
