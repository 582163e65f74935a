export { probe } from './gate.ts'
export type { NamedAddress, Target } from './target.ts'
