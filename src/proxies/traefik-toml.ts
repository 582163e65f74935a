import { parseToml } from '../text/toml.ts'
import { isActiveConfig } from './config-path.ts'
import type { ProxyFormat } from './proxy-format.ts'
import { fillTemplate } from './template.ts'
import { exposureOfConfig } from './traefik-exposure.ts'
import { dynamicRoutes, readEntryPoints } from './traefik-file.ts'

/** Traefik's TOML, static and dynamic. */
export const traefikToml: ProxyFormat = {
  id: 'traefik-toml',
  claims: (file, text) =>
    isActiveConfig(file) && /\.toml(?:\.\w+)?$/i.test(file) && /^\s*\[+"?(?:entrypoints|http\.|tcp\.)/im.test(text),
  read(text, context) {
    const { documents, error } = parseToml(fillTemplate(text, context.variables))
    const unread = error === null ? [] : [{ file: text.file.path, line: error.line, reason: error.message }]
    const roots = documents.flatMap(({ root }) => root ?? [])
    const entryPoints = roots.flatMap(readEntryPoints)
    const routes = roots.flatMap(root => dynamicRoutes(root, entryPoints, context))
    return { routes, unread, entryPoints, exposures: roots.flatMap(exposureOfConfig) }
  }
}
