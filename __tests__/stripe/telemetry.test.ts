import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, test, vi } from 'vitest'
import { stripeApi } from '../../src/platform/stripe-api.ts'
import { healthy, serveStripe } from './recorded-stripe.ts'

// In a file of its own: the SDK asks for its telemetry id once a process.
test('the SDK leaves nothing on the machine, as it does with telemetry on', async () => {
  const folder = mkdtempSync(`${tmpdir()}/stripe-`)
  vi.stubEnv('XDG_CONFIG_HOME', folder)
  const server = await serveStripe(healthy)
  const api = stripeApi({ apiKey: 'rk_live_51NRKwLLJDmqA11cnsecret', apiBase: server.base, timeoutMs: 5000 })
  expect(await api.endpoints()).toHaveProperty('items')
  await server.close()
  expect(readdirSync(folder)).toEqual([])
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})
