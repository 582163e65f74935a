import { expect, test } from 'vitest'
import { joinChains } from '../../src/proxies/index.ts'
import { printRoute, readConfig } from './checkout.ts'

const tunnel = 'tunnel: x\ningress:\n  - hostname: a.example\n    service: http://localhost:80\n'
const nginx = 'server { listen 80; location / { proxy_pass http://127.0.0.1:8000; } }\n'

test('what ends TLS in front ends it for what stands behind', () => {
  const routes = [...readConfig('nginx.conf', nginx).routes, ...readConfig('cloudflared.yml', tunnel).routes]
  expect(joinChains(routes).map(printRoute)).toEqual([
    '1:34-66 127.0.0.1:8000 / * <- 80@1:10-19 443s@3:15-24',
    '4:14-33 localhost:80 / a.example <- 443s@3:15-24'
  ])
})

test('a server block may stand behind another one', () => {
  const text = `server { listen 443 ssl; location / { proxy_pass http://127.0.0.1:8080; } }
server { listen 127.0.0.1:8080; location / { proxy_pass http://app:8000; } }`
  expect(joinChains(readConfig('nginx.conf', text).routes).map(printRoute)[1]).toBe(
    '2:46-72 app:8000 / * <- 8080@2:10-31 443s@1:10-24'
  )
})

test('containers are told apart by name, and their loopback is their own', () => {
  const front = readConfig('Caddyfile', 'a.example {\n\treverse_proxy nginx:80 web:80\n}\n', {
    site: 'bridge-container'
  })
  const back = readConfig('nginx.conf', nginx, { site: 'bridge-container' })
  const other = readConfig('cloudflared.yml', tunnel)
  const listeners = joinChains([...front.routes, ...back.routes, ...other.routes]).map(({ listeners }) =>
    listeners.map(({ port }) => port).join()
  )
  expect(listeners).toEqual(['443,80', '443,80', '80,443,80', '443'])
})

test('a proxy that forwards to itself comes to an end', () => {
  const loop = readConfig('nginx.conf', 'server { listen 80; location / { proxy_pass http://127.0.0.1:80; } }').routes
  expect(joinChains([...loop, ...loop])).toHaveLength(2)
})
