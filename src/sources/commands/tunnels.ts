import type { DevTunnel } from '../../model/deployment.ts'
import { imageName } from '../../model/image.ts'
import { MappedText } from '../../text/mapped-text.ts'
import type { Program } from '../container-commands.ts'
import type { CommandFamily, Invocation } from '../frame.ts'

/** Tools that lead the internet to a developer's machine, by the words that make them do so. */
const tunnels: Readonly<Record<string, (words: readonly string[]) => string | null>> = {
  stripe: words => (words[0] === 'listen' ? 'stripe listen' : null),
  ngrok: words => (/^(http|tcp|tls|start)$/.test(words[0] ?? '') ? `ngrok ${words[0]}` : null),
  cloudflared: words =>
    words.some(word => /^--url(=|$)/.test(word)) && !words.includes('run') ? 'cloudflared tunnel --url' : null
}

/** The tunnel that a program of this name is, given these words; null where it is none. */
const tunnelOf = (name: string, words: readonly MappedText[]): string | null =>
  tunnels[name]?.(words.map(({ text }) => text)) ?? null

/** Images whose containers take a tool's words. Those of ngrok may stand for good, at an address that its account has. */
const images: Readonly<Record<string, string>> = { 'stripe-cli': 'stripe', cloudflared: 'cloudflared' }

/** `stripe listen` and `cloudflared tunnel --url` in a container; a tunnel with a name stands for good. */
export const containerTunnels = (programs: readonly Program[]): readonly DevTunnel[] =>
  programs.flatMap(({ container, words }) => {
    const { image, placement, calls, environment } = container
    const [first] = words
    const tool = images[image === null ? '' : imageName(image)]
    const named =
      words.some(({ text }) => /^--(?:name|hostname|token)(?:=|$)/.test(text)) ||
      ['TUNNEL_TOKEN', 'TUNNEL_NAME', 'TUNNEL_HOSTNAME'].some(name => environment.has(name))
    const command = tool === undefined || named ? null : tunnelOf(tool, words)
    if (command === null || first === undefined) return []
    return [{ at: MappedText.join([...words]).location(), command, placement, calls }]
  })

/** `stripe listen`, `ngrok http 8000`, `cloudflared tunnel --url http://localhost:8000`. */
export const developerTunnels: CommandFamily = {
  names: Object.keys(tunnels),
  run(invocation, { recorder }) {
    const { name, args, frame } = invocation
    const command = tunnelOf(
      name,
      args.map(({ text }) => text)
    )
    if (command !== null)
      recorder.addTunnel({ at: at(invocation), command, placement: frame.placement, calls: frame.calls })
  }
}

/** The whole command; of one that goes over several lines, the line that names the tool. */
function at({ statement }: Invocation): ReturnType<MappedText['location']> {
  const line = /^[^\n]*/.exec(statement.text)?.[0].replace(/\s*\\$/, '') ?? ''
  return statement.slice(0, line.length).location()
}
