import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { GitHubApi } from './github-api.ts'

/** GitHub's API on loopback, for as long as the test runs. */
export async function serveApi(): Promise<string> {
  const server = createServer(new GitHubApi(() => undefined).listener).listen(0, '127.0.0.1')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
