import { shown } from '../diagnosis/explain.ts'
import { whoOf } from '../diagnosis/hops.ts'
import type { Judgement } from '../diagnosis/judge.ts'
import type { Fault, ProbeResult } from '../model/hop.ts'
import type { Attempts } from './attempts.ts'
import type { Target } from './target.ts'

/** Of a body, no more than this is shown. */
const excerptLength = 200

/** What the last round came to, as it is published. */
export function resultOf(judgement: Judgement, attempts: Attempts, target: Target): ProbeResult {
  const { verdict, faults, addresses, way } = judgement
  const errors = faults.filter(({ level }) => level === 'error')
  const notes = faults.filter(({ level }) => level !== 'error')
  const [worst] = errors
  const answer = way?.unsigned?.http ?? null
  return {
    url: withoutLogin(target.url),
    verdict,
    diagnosis: worst?.code ?? 'ok',
    brokenHop: worst?.hop ?? 'none',
    message: `${worst === undefined ? passMessage(judgement, target, notes) : failMessage(errors, judgement)}${before(attempts)}`,
    fix: [...new Set((worst === undefined ? notes : sameHop(errors)).map(({ fix }) => fix))].join(' Also: '),
    suspect: null,
    external: !faults.some(({ code }) => code === 'not-external'),
    attempts: attempts.count,
    history: attempts.history,
    addresses,
    webhook: { status: answer?.status ?? null, bodyExcerpt: excerpt(answer?.body ?? '') },
    health: { status: way?.health?.exchanges.at(-1)?.http?.status ?? null },
    signed: way?.signed == null ? null : { status: way.signed.http?.status ?? null },
    warnings: [...new Set(notes.map(({ code }) => code))],
    faults
  }
}

const withoutLogin = (url: URL): string => Object.assign(new URL(url), { username: '', password: '' }).href

/** Never cut through the middle of a character. */
const excerpt = (body: string): string => body.slice(0, excerptLength).replace(/[\ud800-\udbff]$/, '')

const sameHop = (errors: readonly Fault[]): readonly Fault[] => errors.filter(({ hop }) => hop === errors[0]?.hop)

function failMessage(errors: readonly Fault[], { addresses }: Judgement): string {
  const [worst, ...more] = sameHop(errors)
  const others = [...new Set(more.map(({ says }) => says))].filter(says => says !== worst?.says)
  const well = addresses.filter(({ hops }) => hops.every(({ status }) => status !== 'fail'))
  const some = well.map(({ address }) => address).join(', ')
  return [
    worst?.message ?? '',
    ...(others.length === 0 ? [] : [`Also: ${others.join(' ')}`]),
    ...(well.length === 0 ? [] : [`The way to ${some} is fine, but a provider meets every address of the name.`])
  ].join(' ')
}

function passMessage({ way }: Judgement, target: Target, notes: readonly Fault[]): string {
  const answer = way?.unsigned?.http ?? null
  const who = answer === null ? 'nobody' : whoOf(answer)
  const health = way?.health?.exchanges.at(-1)?.http?.status
  const said = `${shown(target.url)} answers an unsigned event with ${answer?.status} (${who})`
  const well = health == null ? `${said}.` : `${said}, and its health check with ${health}.`
  return notes.length === 0 ? well : `${well} But: ${notes.map(({ message }) => message).join(' ')}`
}

/** What it was before it came to this, where it was another thing. */
function before({ history, count }: Attempts): string {
  if (history.length < 2) return count > 1 ? ` (${count} attempts.)` : ''
  const spells = history
    .slice(-4, -1)
    .map(({ diagnosis, rounds }) => (rounds === 1 ? diagnosis : `${rounds} × ${diagnosis}`))
  return ` (Attempt ${count}; before that ${spells.join(', then ')}.)`
}
