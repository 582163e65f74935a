export { probe } from './gate.ts'
export type { Target } from './target.ts'
