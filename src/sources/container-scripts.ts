import type { Container } from '../model/deployment.ts'
import type { Files } from '../platform/host.ts'
import type { Program } from './container-commands.ts'
import { fileName } from './path.ts'
import { proxyWords, type SetUp, setUpBy } from './surroundings.ts'

/** Containers whose own script is looked at: it is walked as any other is. */
const mostScripts = 200

/** What containers set up for themselves before they start: `sh -c "echo \"$SITE\" > /etc/caddy/Caddyfile && caddy run"`. */
export const setUpInContainers = (
  programs: readonly Program[],
  files: Files
): readonly (Pick<SetUp, 'written'> & { readonly container: Container })[] =>
  programs
    .flatMap(({ container, words }) => {
      const shell = words.findIndex(({ text }) => /^(?:ba|da|a)?sh$/.test(fileName(text)))
      const script = /^-[a-z]*c$/.test(words[shell + 1]?.text ?? '') ? words[shell + 2] : undefined
      const isTelling = script !== undefined && shell !== -1 && proxyWords.test(script.text)
      return isTelling && container.placement !== 'hosted' ? [{ container, script }] : []
    })
    .slice(0, mostScripts)
    .map(({ container, script }) => ({ container, written: setUpBy(script, files, container.environment).written }))
