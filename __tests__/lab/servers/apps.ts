import type { Service } from './service.ts'

/** Where an app listens, and the variables it is set up with. */
export interface AppOptions {
  readonly port?: number
  readonly address?: string
  readonly env?: Readonly<Record<string, string>>
  /** With these it speaks TLS itself. */
  readonly tls?: boolean
}

const folder = new URL('../apps', import.meta.url).pathname

/** The shop in FastAPI on uvicorn; `variant` is a function of apps/fastapi_app.py. */
export const fastapi = (variant = 'healthy', options: AppOptions = {}): Service => uvicorn('fastapi', variant, options)

/** The shop in Django on uvicorn; variants: healthy, wrong_host, csrf, slash, meta_key. */
export const django = (variant = 'healthy', options: AppOptions = {}): Service => uvicorn('django', variant, options)

/** The shop in Flask on its own server; variants: healthy, parsed, environ_key. */
export const flask = (variant = 'healthy', { port = 8000, env = {} }: AppOptions = {}): Service => ({
  needs: ['python:flask', 'python:stripe'],
  start: ({ server }) => {
    const settings = { VARIANT: variant, PORT: String(port), PYTHONDONTWRITEBYTECODE: '1', ...env }
    return server.serve(['/usr/bin/python3', `${folder}/flask_app.py`], [port], { env: settings })
  }
})

/** The shop in Express with the `stripe` package; variants: healthy, parsed, no-secret, uncaught, get-only. */
export const express = (variant = 'healthy', { port = 8000, env = {} }: AppOptions = {}): Service => ({
  needs: [],
  start: ({ server }) => {
    const settings = { VARIANT: variant, PORT: String(port), ...env }
    return server.serve([process.execPath, `${folder}/express-app.mjs`], [port], { env: settings })
  }
})

const uvicorn = (framework: 'fastapi' | 'django', variant: string, options: AppOptions): Service => ({
  needs: [`python:${framework}`, 'python:uvicorn', 'python:stripe'],
  start: ({ server, certificates }) => {
    const { port = 8000, address = '127.0.0.1', env = {}, tls = false } = options
    const { chain, key } = certificates.of.good
    const secure = tls ? ['--ssl-certfile', chain, '--ssl-keyfile', key] : []
    const where = ['--host', address, '--port', String(port), '--app-dir', folder, '--no-access-log']
    const command = ['/usr/bin/python3', '-m', 'uvicorn', `${framework}_app:app`, ...where, ...secure]
    const settings = { VARIANT: variant, PYTHONDONTWRITEBYTECODE: '1', ...env }
    return server.serve(command, [port], { env: settings })
  }
})
