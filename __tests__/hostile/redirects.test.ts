import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { answering, probed, Servers } from '../probes/servers.ts'

const servers = new Servers()
afterAll(() => servers.close())

/** Another server of this machine, which nobody asked for. */
async function bystander(): Promise<{ readonly port: number; asked(): number }> {
  let asked = 0
  const server = createServer((_, response) => void response.end(String(asked++))).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise(settle => server.once('listening', settle))
  return { port: (server.address() as AddressInfo).port, asked: () => asked }
}

describe('a server that sends elsewhere is not obeyed', () => {
  test.each([301, 302, 303, 307, 308])('by %i', async status => {
    const other = await bystander()
    const headers = { location: `http://127.0.0.1:${other.port}/latest/meta-data` }
    const port = await servers.https(answering({ '*': { status, headers }, '/health': { status, headers } }))
    const result = await probed(port)
    expect([result.diagnosis, other.asked()]).toEqual(['redirected', 0])
  })

  test.each(['refresh', 'link', 'alt-svc', 'content-location', 'x-accel-redirect'])('by the header %s', async name => {
    const other = await bystander()
    const to = `http://127.0.0.1:${other.port}/`
    const value =
      { refresh: `0;url=${to}`, link: `<${to}>; rel=preload`, 'alt-svc': `h2="127.0.0.1:${other.port}"` }[name] ?? to
    const port = await servers.https(
      answering({
        '*': { status: 400, headers: { [name]: value }, body: `<meta http-equiv=refresh content="0;url=${to}">` }
      })
    )
    await probed(port)
    expect(other.asked()).toBe(0)
  })

  test.each([
    'http://169.254.169.254/latest/meta-data/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    '//x',
    `/${'a'.repeat(8000)}`
  ])('to %s, and the advice names no place that no provider would take', async location => {
    const port = await servers.https(answering({ '/webhooks/stripe': { status: 302, headers: { location } } }))
    const { diagnosis, fix, message } = await probed(port)
    expect(diagnosis).toBe('redirected')
    expect(`${fix}${message}`.length).toBeLessThan(2000)
    expect(`${fix}${message}`).not.toContain('root:x:0')
  })
})
