import type { Route } from '../model/deployment.ts'
import type { Unread } from '../model/finding.ts'
import type { MappedText } from '../text/mapped-text.ts'

/** More routes than any real config has. */
export const maxRoutes = 1000

/** Reads routes part by part and stops where a config has more of them than it can mean, which is then said. */
export function collectRoutes<Part>(
  text: MappedText,
  parts: readonly Part[],
  read: (part: Part) => readonly Route[]
): { readonly routes: readonly Route[]; readonly unread: readonly Unread[] } {
  const routes: Route[] = []
  for (const part of parts) {
    for (const route of read(part)) routes.push(route)
    if (routes.length < maxRoutes) continue
    const line = routes[maxRoutes - 1]?.at.line ?? 1
    return {
      routes: routes.slice(0, maxRoutes),
      unread: [{ file: text.file.path, line, reason: `it has more than ${maxRoutes} routes` }]
    }
  }
  return { routes, unread: [] }
}
