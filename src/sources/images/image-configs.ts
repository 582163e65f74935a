import { isLoopbackHost } from '../../model/address.ts'
import type { Container, Route } from '../../model/deployment.ts'
import { isProxyImage } from '../../model/image.ts'
import { joinPath } from '../path.ts'
import type { Reading } from '../reading.ts'
import { type ImageSource, readDockerfile } from './dockerfile.ts'

const dockerfiles = /(^|[/.])(Dockerfile|Containerfile)([.-][\w.-]+)?$/i
/** No checkout has more that matter. */
const most = 200

/** Where proxies of every kind look for their configuration inside an image. */
const configFolder =
  /(^|\/)(etc|conf|config|conf\.d|sites-\w+|templates|snippets|proxy-confs)(\/|$)|(^|\/)(Caddyfile|[\w.-]*\.(conf|cfg|template))$/i

/** True for a path at which a proxy in a container finds its configuration. */
export const isConfigTarget = (target: string): boolean => configFolder.test(target)

/** True for an image that is a proxy with a configuration of its own. */
export const isConfiguredProxy = ({ base, copies }: ImageSource): boolean =>
  isProxyImage(base) && copies.some(({ to }) => isConfigTarget(to))

/** The images of the checkout's Dockerfiles, by which a config is told that goes into an image. */
export const readImages = (paths: readonly string[], reading: Reading): readonly ImageSource[] =>
  paths
    .filter(path => dockerfiles.test(path))
    .slice(0, most)
    .flatMap(path => {
      const text = reading.source(path)
      return (text === null ? null : readDockerfile(text)) ?? []
    })

/** The image that takes this config in; null where none does. `COPY . .` says nothing of any file. */
export const imageHolding = (path: string, images: readonly ImageSource[]): ImageSource | null =>
  images.find(image => image.copies.some(({ from, to }) => holds(from, to, path, joinPath(image.file, '..')))) ?? null

function holds(from: string, to: string, path: string, folder: string): boolean {
  return [folder, '.'].some(context => {
    const source = joinPath(context, from.replace(/^\//, ''))
    if (source === path) return true
    return source !== '.' && source !== folder && path.startsWith(`${source}/`) && isConfigTarget(`${to}/`)
  })
}

/**
 * Routes of a config inside an image. One that forwards to its own loopback leads to what runs beside it in the same
 * container: no way for any other, and no mistake, unless the image is a proxy among several containers.
 */
export function routesInImage(
  routes: readonly Route[],
  image: ImageSource,
  containers: readonly Container[]
): readonly Route[] {
  const alone = containers.length < 2 || !isProxyImage(image.base)
  return routes.filter(({ upstream: { host } }) => !alone || (host !== null && !isLoopbackHost(host)))
}
