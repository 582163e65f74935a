import type { HopName, Verdict } from '../../src/model/hop.ts'
import type { Run } from './action.ts'
import type { Service } from './servers/service.ts'
import { DOMAIN, type Network, type World } from './world.ts'

/** What a run must come to. What is not named here is not looked at; a list means any of them. */
export interface Expected {
  readonly verdict: Verdict | readonly Verdict[]
  readonly diagnosis: string | readonly string[]
  readonly brokenHop: HopName | 'none' | readonly (HopName | 'none')[]
  readonly webhookStatus?: number | null
  readonly healthStatus?: number | null
  /** Codes that must be among the warnings. */
  readonly warnings?: readonly string[]
  /** Codes that must not be. */
  readonly noWarnings?: readonly string[]
  readonly external?: boolean
  /** `file:line` of the suspect, and of an annotation. */
  readonly suspect?: string | readonly string[]
  readonly attempts?: 'one' | 'several'
  /** Codes that must be among the findings on the server, and ones that must not. */
  readonly serverFindings?: readonly string[]
  readonly noServerFindings?: readonly string[]
  /** What the log must say, and must not. */
  readonly says?: readonly RegExp[]
  readonly saysNot?: readonly RegExp[]
  /** What message and fix must name, so that a tired reader is led to the right place. */
  readonly explains?: readonly RegExp[]
  /** Seconds that the run may take at most. */
  readonly within?: number
  /** MiB of memory at most. */
  readonly memory?: number
}

/** One case, as data: the network, what runs on the server, what the action is told, and what it must say. */
export interface Scenario {
  readonly name: string
  readonly network?: Network
  readonly services?: readonly Service[]
  readonly inputs?: Readonly<Record<string, string>>
  /** Inputs that are known only once the world stands: keys. */
  inputsFrom?(world: World): Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  /** A folder of this repository; an empty workspace unless given. */
  readonly checkout?: string
  /** Where the action runs: a runner on the internet, or on the server itself. */
  readonly from?: 'runner' | 'server'
  readonly expected: Expected
  /** What happens next on the server, and what the same gate must say then. */
  readonly steps?: readonly Step[]
  /** Anything that must be true of the run besides; says what is wrong, or nothing. */
  also?(run: Run, world: World): readonly string[] | Promise<readonly string[]>
}

/** One more chapter of a scenario: something is done to the server, and the gate runs again. */
export interface Step {
  readonly name: string
  readonly expected: Expected
  action(world: World): Promise<unknown>
}

/** The URL that Stripe would call, unless a scenario says otherwise. */
export const WEBHOOK = `https://${DOMAIN}/webhooks/stripe`

/** What the action is told: one URL, one try, three seconds a request, unless a scenario says otherwise. */
export const inputsOf = ({ inputs }: Scenario): Readonly<Record<string, string>> => ({
  'webhook-url': WEBHOOK,
  wait: '0',
  timeout: '3',
  ...inputs
})

/** A passing gate: the handler's 400 and health's 200. */
export const healthy: Expected = {
  verdict: 'pass',
  diagnosis: 'ok',
  brokenHop: 'none',
  webhookStatus: 400,
  healthStatus: 200
}

/** A failing gate with this code at this hop. */
export const broken = (
  brokenHop: Expected['brokenHop'],
  diagnosis: Expected['diagnosis'],
  more: Partial<Expected> = {}
): Expected => ({
  verdict: 'fail',
  diagnosis,
  brokenHop,
  ...more
})

/** A gate that works, and has something to say all the same. */
export const warned = (...warnings: readonly string[]): Expected => ({ ...healthy, verdict: 'warn', warnings })
