import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type CertificateName, makeCertificates } from '../lab/certificates.ts'
import { has, whyNot } from '../lab/machine.ts'
import { fastapi } from '../lab/servers/apps.ts'
import { nginx, proxyPass } from '../lab/servers/nginx.ts'
import { addresses, buildWorld, type World } from '../lab/world.ts'
import type { Asked } from './github-api.ts'

/** The commit that every run is for, and that the shop's health page tells. */
export const sha = '0123456789abcdef0123456789abcdef01234567'

/** A RAM disk that every Linux has: the hosts' overlays cannot stand on a container's own overlay. */
const ramDisk = '/dev/shm'
const needed = ['nginx', 'gh', 'jq', 'python:fastapi', 'python:uvicorn', 'python:stripe']

/** Why the shop cannot be built here, or null. */
export function whyNoShop(): string | null {
  const missing = needed.filter(need => !has(need))
  const lacking = missing.length > 0 ? `missing: ${missing.join(', ')}` : null
  return whyNot() ?? (existsSync(ramDisk) ? lacking : `missing: ${ramDisk}`)
}

/**
 * your-domain.com of the examples on a host of its own, GitHub's API on another, and a runner: the lab's world with the
 * names that the examples use. So the examples run as they are.
 */
export class Shop {
  readonly world: World
  readonly folder: string
  readonly #asked: string

  private constructor(world: World, folder: string) {
    this.world = world
    this.folder = folder
    this.#asked = `${folder}/asked`
    writeFileSync(this.#asked, '')
  }

  static async build(): Promise<Shop> {
    const folder = mkdtempSync(`${ramDisk}/shop-`)
    try {
      return await Shop.#buildIn(folder)
    } catch (error) {
      rmSync(folder, { recursive: true, force: true })
      throw error
    }
  }

  static async #buildIn(folder: string): Promise<Shop> {
    const certificates = makeCertificates(`${folder}/certificates`)
    const { server, resolver } = addresses
    const names = [
      { name: 'your-domain.com', a: [server.v4] },
      { name: 'hooks.your-domain.com', a: [server.v4] },
      { name: 'api.github.com', a: [resolver.v4] }
    ]
    const world = await buildWorld(`${folder}/world`, certificates, { names })
    const shop = new Shop(world, folder)
    try {
      // Without terminals act takes what a step prints through a pipe, as GitHub's runner does. Through a terminal it
      // loses the last lines of a step that fails (act 0.2.89, host_environment.go: nobody waits for the reader).
      for (const host of [world.runner, world.resolver]) await host.must(['mount', '--bind', '/dev/null', '/dev/ptmx'])
      await fastapi('healthy', { env: { VERSION: sha } }).start(world)
      await fastapi('github', { port: 8001, env: { VERSION: sha, WEBHOOK_PATH: '/webhooks/github' } }).start(world)
      await shop.#serveApi()
      return shop
    } catch (error) {
      await world.stop()
      throw error
    }
  }

  /** nginx before the apps: your-domain.com leads to two that run, hooks.your-domain.com to one that does not. */
  async open(certificate: CertificateName = 'examples'): Promise<void> {
    await this.close()
    const apps = `${proxyPass(8000)}\n    location /webhooks/github { proxy_pass http://127.0.0.1:8001; }`
    const sites = [
      { certificate, name: 'your-domain.com', body: apps },
      { certificate, name: 'hooks.your-domain.com', body: proxyPass(8002) }
    ]
    await nginx(sites).start(this.world)
  }

  /** Nobody listens any more, as before somebody sets up a proxy. */
  async close(): Promise<void> {
    const { server } = this.world
    if (!server.listens([443])) return
    await server.must(['nginx', '-c', `${server.folder}/nginx.conf`, '-e', 'stderr', '-s', 'stop'])
    while (server.listens([443])) await sleep(20)
  }

  /** The server's firewall turns the GitHub-hosted runner away, and nobody else. */
  async refuseRunner(): Promise<void> {
    const rule = `ip saddr ${addresses.runner.v4} tcp dport 443 reject with tcp reset`
    const rules = `table ip shop { chain input { type filter hook input priority 0; ${rule}; }; }`
    await this.world.server.must(['nft', rules])
  }

  async letRunnerIn(): Promise<void> {
    await this.world.server.must(['nft', 'delete', 'table', 'ip', 'shop'])
  }

  /** What GitHub's API was asked since the last call. */
  asked(): readonly Asked[] {
    const lines = readFileSync(this.#asked, 'utf8').trim().split('\n')
    writeFileSync(this.#asked, '')
    return lines.filter(line => line !== '').map(line => JSON.parse(line) as Asked)
  }

  /** Forgets artifacts and requests; GitHub's issues stay. */
  forget(): void {
    this.asked()
    rmSync(`${this.folder}/artifacts`, { recursive: true, force: true })
    mkdirSync(`${this.folder}/artifacts`)
  }

  async stop(): Promise<void> {
    await this.world.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  async #serveApi(): Promise<void> {
    const { chain, key } = this.world.certificates.of.examples
    const program = fileURLToPath(new URL('github-api.ts', import.meta.url))
    await this.world.resolver.serve([process.execPath, program, chain, key, this.#asked], [443])
  }
}
