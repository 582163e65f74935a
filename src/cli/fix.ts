import { InputError, NotWritten } from '../errors.ts'
import { quote } from '../inputs/quote.ts'
import { readInputs } from '../inputs/read-inputs.ts'
import { lintCheckout } from '../lint.ts'
import type { Command } from './commands.ts'
import { domain, optionalPort } from './values.ts'

/** `fix [DIR]`: the proxy set-up made for what the checkout shows. */
export const fix: Command = {
  name: 'fix',
  operand: 'DIR',
  least: 0,
  most: 1,
  description: 'Writes the proxy config, the set-up script and the steps that make the app in DIR reachable.',
  formats: ['text'],
  options: [
    {
      name: 'domain',
      takes: 'the public name of the app, as your-domain.com',
      description: 'The public name that the proxy answers to.'
    },
    {
      name: 'proxy',
      takes: 'nginx or caddy',
      description: 'Which proxy to set up. Default: nginx, or the one that the checkout shows.'
    },
    {
      name: 'port',
      takes: 'a port from 1 to 65535',
      description: 'The port on which the app answers on the server. Default: the one that the checkout shows.'
    },
    { name: 'out', takes: 'the path of a folder', description: 'Where to write. Default: webhook-reach-fix.' },
    { name: 'only-webhook', flag: true, takes: 'nothing', description: 'Forward the webhook and health paths only.' }
  ],
  inputs: () => [['mode', 'lint']],
  async act({ option }, host) {
    const wanted = {
      domain: domain(option('domain')),
      proxy: proxy(option('proxy')),
      port: appPort(option('port')),
      onlyWebhook: option('only-webhook') !== ''
    }
    const folder = option('out') || 'webhook-reach-fix'
    const inputs = readInputs({ input: name => (name === 'proxy' ? '' : host.input(name)), mask: host.mask })
    const { mend } = await import('../mend.ts')
    const written = await mend(folder, wanted, lintCheckout(host.files, inputs), inputs, host).catch(refused(folder))
    if (written === null) {
      throw new InputError([
        'port: got nothing, takes the port on which the app answers on the server; the checkout shows none for a proxy to forward to'
      ])
    }
    host.print(`${written.join('\n')}\n\nStart with ${folder}/README.md: it tells the steps in order.\n`)
  }
}

const refused =
  (folder: string) =>
  (error: unknown): never => {
    if (!(error instanceof NotWritten)) throw error
    throw new InputError([`out: got ${quote(folder)}, takes a folder that can be written to: ${error.message}`])
  }

function proxy(text: string): 'nginx' | 'caddy' | null {
  if (text === '' || text === 'nginx' || text === 'caddy') return text === '' ? null : text
  throw new InputError([`proxy: got ${quote(text)}, takes nginx or caddy`])
}

function appPort(text: string): number | null {
  const port = optionalPort(text)
  if (port !== 80 && port !== 443) return port
  throw new InputError([`port: got ${quote(text)}, takes the app's own port, say 8000: 80 and 443 are the proxy's`])
}
