import { bare, isAddress } from '../model/address.ts'
import type { TlsOutcome } from '../platform/host.ts'

/** Node's code for one fault of a certificate, and what it is, in words that follow the sentence. */
export interface CertificateFault {
  readonly code: string
  readonly message: string
  readonly detail: string
}

/** A certificate may hold a date that is none. */
const day = (time: number): string => (Number.isNaN(time) ? 'a day unknown' : new Date(time).toISOString().slice(0, 10))
const dayMs = 24 * 60 * 60 * 1000

/** Codes that say when a certificate counts, or that it is for nobody we know: both are worked out again here. */
const workedOut = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'CERT_UNTRUSTED'
])

/**
 * Every fault of a certificate chain.
 *
 * OpenSSL keeps one: of a certificate that has expired, is self-signed and for another name, Node tells a single fault.
 */
export function certificateFaults(tls: TlsOutcome, now: number): CertificateFault[] {
  const { chain, trustError, nameError } = tls
  const [leaf] = chain
  if (leaf === undefined) return trustError === null ? [] : [{ ...trustError, detail: '' }]
  const faults: CertificateFault[] = []
  const add = (code: string, detail: string): number => faults.push({ code, message: '', detail })
  const late = chain.find(({ validTo }) => validTo < now)
  const early = chain.find(({ validFrom }) => validFrom > now)
  // An expired root that is sent along harms nobody who trusts the chain by another way.
  if (late === leaf || trustError?.code === 'CERT_HAS_EXPIRED') {
    const which = late === undefined || late === leaf ? '' : `the intermediate ${late.subject}, `
    add('CERT_HAS_EXPIRED', ` (${which}on ${day((late ?? leaf).validTo)})`)
  }
  if (early === leaf || trustError?.code === 'CERT_NOT_YET_VALID') {
    add('CERT_NOT_YET_VALID', ` (it starts on ${day((early ?? leaf).validFrom)})`)
  }
  if (nameError !== null) add('ERR_TLS_CERT_ALTNAME_INVALID', `: it names ${names(leaf.altNames ?? leaf.subject)}`)
  if (trustError === null) return faults
  const distrust = distrustOf(tls)
  if (distrust !== null) add(distrust, ` (issued by ${leaf.issuer || 'nobody'})`)
  if (!workedOut.has(trustError.code) || faults.length === 0) faults.push({ ...trustError, detail: '' })
  return faults
}

/** What keeps the chain from a root that is known, worked out from the certificates that were sent. */
function distrustOf({ chain }: TlsOutcome): string | null {
  const [leaf] = chain
  const top = chain.at(-1)
  if (leaf === undefined || top === undefined || top.inStore) return null
  const selfIssued = top.subject === top.issuer
  if (chain.length === 1) return selfIssued ? 'DEPTH_ZERO_SELF_SIGNED_CERT' : 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'
  return selfIssued ? 'SELF_SIGNED_CERT_IN_CHAIN' : 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'
}

/** What is not wrong yet: under a third of its lifetime left, at most 14 days (a Let's Encrypt one may live for six days). */
export function certificateNotes({ chain }: TlsOutcome, host: string, now: number): { fact: string; detail: string }[] {
  const [leaf] = chain
  if (leaf === undefined) return []
  const left = leaf.validTo - now
  const soon = left > 0 && left < Math.min((leaf.validTo - leaf.validFrom) / 3, 14 * dayMs)
  return [
    ...(soon ? [{ fact: 'expires-soon', detail: ` (on ${day(leaf.validTo)})` }] : []),
    ...(!isAddress(bare(host)) && !leaf.altNames?.includes('DNS:')
      ? [{ fact: 'no-san', detail: ` (only ${leaf.subject})` }]
      : [])
  ]
}

const names = (text: string): string => {
  const all = text.split(', ')
  const some = all.slice(0, 5).join(', ').replaceAll('DNS:', '')
  return all.length > 5 ? `${some} and ${all.length - 5} more` : some
}
