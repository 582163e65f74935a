/** Reads a value of foreign JSON as what it should be, or throws `Unfit` with the place where it is not. */
export type Shape<T> = (value: unknown, at: string) => T

/** What a value that does not fit is reported as. */
export class Unfit extends Error {}

const unfit = (at: string, expected: string): never => {
  throw new Unfit(`${at} is no ${expected}`)
}

/** Text of a bounded length; what is longer was not written by our script. */
export const text =
  (most = 400): Shape<string> =>
  (value, at) =>
    typeof value === 'string' && value.length <= most ? value : unfit(at, `text of at most ${most} characters`)

export const flag: Shape<boolean> = (value, at) => (typeof value === 'boolean' ? value : unfit(at, 'true or false'))

export const count: Shape<number | null> = (value, at) => {
  if (value === null) return null
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : unfit(at, 'whole number')
}

export const oneOf =
  <const T extends string>(...names: readonly T[]): Shape<T> =>
  (value, at) =>
    names.find(name => name === value) ?? unfit(at, names.join(', '))

export const list =
  <T>(item: Shape<T>, most = 400): Shape<readonly T[]> =>
  (value, at) => {
    if (!Array.isArray(value) || value.length > most) return unfit(at, `list of at most ${most}`)
    return value.map((each: unknown, index) => item(each, `${at}[${index}]`))
  }

export const orNull =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value, at) =>
    value === null ? null : shape(value, at)

type Fields = Readonly<Record<string, Shape<unknown>>>
type Read<F extends Fields> = { readonly [K in keyof F]: ReturnType<F[K]> }

/** An object with these fields; what else it has is left where it is. */
export const object =
  <F extends Fields>(fields: F): Shape<Read<F>> =>
  (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return unfit(at, 'object')
    const given = new Map<string, unknown>(Object.entries(value))
    const entries = Object.entries(fields).map(([name, shape]) => [name, shape(given.get(name), `${at}.${name}`)])
    return Object.fromEntries(entries) as Read<F>
  }
