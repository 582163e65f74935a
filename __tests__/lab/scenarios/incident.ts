import type { Scenario } from '../scenario.ts'

/** The incident this action was made for, from the broken deploy to the mended one. */
export const incidentScenarios: readonly Scenario[] = []
