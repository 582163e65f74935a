export type { Cause, Diagnosis } from './cause.ts'
export { causes } from './causes/index.ts'
export { diagnoses } from './diagnoses/index.ts'
export { exampleWords, fill } from './words.ts'
