import { HOLE } from '../text/mapped-text.ts'
import type { Role } from './deployment.ts'
import { isDataStore, isProxyImage } from './image.ts'

/** What a container is for, by its image; by its own name where the image is wholly unknown. */
export function roleOf(image: string | null, name: string | null): Role {
  const known = image === null || image === HOLE ? name : image
  if (known === null) return 'app'
  if (isDataStore(known)) return 'data-store'
  return isProxyImage(known) ? 'proxy' : 'app'
}
