/** No list of Stripe's comes near this; what does is no list of Stripe's. */
const maxBytes = 4 * 1024 * 1024

/** An answer that is no JSON: a proxy's page, or another server altogether. */
class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer'
}

/**
 * A `fetch` for the Stripe SDK that is bounded in size and time and follows no redirect with the key.
 *
 * `base` may have a path, for an egress proxy that serves several APIs; the SDK itself knows a host and a port only.
 */
export const stripeFetch =
  (base: URL, deadline: AbortSignal) =>
  async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const asked = new URL(input instanceof Request ? input.url : input)
    const url = `${base.origin}${base.pathname.replace(/\/+$/, '')}${asked.pathname}${asked.search}`
    const signal = init.signal ? AbortSignal.any([init.signal, deadline]) : deadline
    const response = await fetch(url, { ...init, headers: ownHeaders(init.headers), redirect: 'manual', signal })
    const text = await readBounded(response)
    if (!isJson(text)) throw new UnexpectedAnswer(`HTTP ${response.status}, and no JSON`)
    // Its notices would go to the log as they stand ("stripe-notice"), so no header but the type comes through.
    // The SDK tries again after too many requests only where a header says so.
    const again = response.status === 429 ? { 'stripe-should-retry': 'true' } : {}
    return new Response(text, { status: response.status, headers: { 'content-type': 'application/json', ...again } })
  }

/** The SDK adds the runner's system and the tools it runs under; Stripe needs to know neither. */
function ownHeaders(given: RequestInit['headers']): Headers {
  const headers = new Headers(given)
  headers.delete('x-stripe-client-user-agent')
  headers.set('user-agent', 'webhook-reach-check')
  return headers
}

async function readBounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > maxBytes) throw new UnexpectedAnswer(`HTTP ${response.status}, and more than ${maxBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function isJson(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
