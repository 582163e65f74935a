import type { World } from '../world.ts'

/** Something that runs on a host of the lab for the length of one scenario. */
export interface Service {
  /** Programs and Python modules (`python:fastapi`) that it cannot run without. */
  readonly needs: readonly string[]
  /** Returns once it takes connections. */
  start(world: World): Promise<unknown>
}

/** The same service, some time after the scenario has begun; nobody waits for it. */
export const later = (service: Service, ms: number): Service => ({
  needs: service.needs,
  start: async world => {
    const start = async (): Promise<unknown> => service.start(world)
    // A scenario may be over, and its hosts gone, before its time comes.
    setTimeout(() => start().catch(() => undefined), ms)
  }
})
