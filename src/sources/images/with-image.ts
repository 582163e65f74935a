import type { Container, Role } from '../../model/deployment.ts'
import { isDataStore } from '../../model/image.ts'
import type { ContainerRuns } from '../frame.ts'
import { listenersOf } from '../listeners/listeners.ts'
import type { Reading } from '../reading.ts'
import { imageOf, surroundingsOf } from './builds.ts'
import type { ImageSource } from './dockerfile.ts'
import { isConfiguredProxy } from './image-configs.ts'

/** The container with what its command line and the Dockerfile of its image say of where it listens. */
export function withImage(container: Container, runs: ContainerRuns | null, reading: Reading): Container {
  if (container.publications.length === 0) return container
  const build = runs?.build ?? (container.image === null ? null : reading.builds.of(container.image))
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
  return { ...container, listeners, role: image === null ? container.role : roleWith(image, container.role) }
}

/** An image that is made from a data store's or a proxy's does what its base does. */
function roleWith(image: ImageSource, role: Role): Role {
  if (role !== 'app') return role
  if (isDataStore(image.base)) return 'data-store'
  return isConfiguredProxy(image) ? 'proxy' : 'app'
}
