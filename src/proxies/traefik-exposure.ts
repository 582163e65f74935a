import type { Container } from '../model/deployment.ts'
import type { MappedText } from '../text/mapped-text.ts'
import { textOf, type YamlNode } from '../text/yaml.ts'
import { nodeAtAnyCase as at } from './structured.ts'

/** A container, and the words that it is given to run. */
interface Program {
  readonly container: Pick<Container, 'environment'>
  readonly words: readonly MappedText[]
}

const provider = /^--(?:providers\.)?(?:docker|swarm)\b/i
const closed = /^--(?:providers\.)?(?:docker|swarm)\.exposedbydefault=false$/i
const closedVariable = /^TRAEFIK_(?:PROVIDERS_)?(?:DOCKER|SWARM)_EXPOSEDBYDEFAULT$/i

/** For each Traefik that is told on its command line to read labels: does it take containers that do not ask for it? */
export const exposureOfPrograms = (programs: readonly Program[]): readonly boolean[] =>
  programs.flatMap(({ container, words }) => {
    const variable = [...container.environment].find(([name]) => closedVariable.test(name))
    if (variable === undefined && !words.some(({ text }) => provider.test(text))) return []
    return [!(words.some(({ text }) => closed.test(text)) || variable?.[1].text.toLowerCase() === 'false')]
  })

/** The same of a static config: `providers.docker.exposedByDefault`. Empty where it reads no labels. */
export const exposureOfConfig = (root: YamlNode): readonly boolean[] =>
  ['docker', 'swarm'].flatMap(name => {
    const node = at(root, 'providers', name)
    return node === null ? [] : [textOf(at(node, 'exposedByDefault'))?.text.toLowerCase() !== 'false']
  })

/** True where a Traefik takes this container: it takes all, or is asked to, or nobody knows. */
export function isTaken({ labels }: Container, exposures: readonly boolean[]): boolean {
  if (exposures.length === 0 || exposures.includes(true)) return true
  const enabled = [...labels].find(([key]) => key.toLowerCase() === 'traefik.enable')?.[1]
  return enabled !== undefined && (enabled.hasHoles || /^(true|1)$/i.test(enabled.text))
}
