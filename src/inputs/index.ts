import type { InputSpec } from './input-spec.ts'
import { lintInputs } from './lint-inputs.ts'
import { probeInputs } from './probe-inputs.ts'
import { reportInputs } from './report-inputs.ts'
import { serverInputs } from './server-inputs.ts'
import { stripeInputs } from './stripe-inputs.ts'

const specs = [...lintInputs, ...probeInputs, ...stripeInputs, ...serverInputs, ...reportInputs] as const

type Spec = (typeof specs)[number]
type CamelCase<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name

/** Every input, in the order it is documented. Adding one: an entry beside its like; its value appears in `Inputs`. */
export const inputSpecs: readonly InputSpec[] = specs

/** What the author asked for: `webhook-url` is `webhookUrl`, of the type that its spec reads. */
export type Inputs = { readonly [S in Spec as CamelCase<S['name']>]: ReturnType<S['parse']> }
