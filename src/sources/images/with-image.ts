import type { Container } from '../../model/deployment.ts'
import { isDataStore } from '../../model/image.ts'
import type { ContainerRuns } from '../frame.ts'
import { listenersOf } from '../listeners/listeners.ts'
import type { Reading } from '../reading.ts'
import { buildOf, imageOf, surroundingsOf } from './builds.ts'

/** The container with what its command line and the Dockerfile of its image say of where it listens. */
export function withImage(container: Container, runs: ContainerRuns | null, reading: Reading): Container {
  if (container.publications.length === 0) return container
  const build = runs?.build ?? (container.image === null ? null : buildOf(container.image, reading.builds))
  const image = build === null ? null : imageOf(build, reading)
  const listeners = listenersOf(
    {
      entrypoint: runs?.entrypoint ?? null,
      command: runs?.command ?? null,
      image,
      environment: container.environment,
      openEnvironment: runs?.openEnvironment ?? false
    },
    surroundingsOf(build, reading)
  )
  const role = container.role === 'app' && image !== null && isDataStore(image.base) ? 'data-store' : container.role
  return { ...container, listeners, role }
}
