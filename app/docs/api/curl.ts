import { exampleIn, exampleKey } from '@/app/_server/api/input-location'
import { fillPath } from '@/temporal/contract/api-routes'
import type { Endpoint } from '@/temporal/contract/schemas/endpoints/endpoint'

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

const toUrl = (endpoint: Endpoint, origin: string): string => {
  const { path } = fillPath(endpoint.path, exampleIn(endpoint, 'path'))
  const query = new URLSearchParams(exampleIn(endpoint, 'query') as Record<string, string>).toString()
  return origin + path + (query && `?${query}`)
}

const toHeaderFlags = (endpoint: Endpoint): string[] => {
  const key = exampleKey(endpoint)
  return [
    ...(endpoint.auth === 'required' ? ['-H "Authorization: Bearer $TOKEN"'] : []),
    ...(key === null ? [] : [`-H ${quote(`Idempotency-Key: ${key}`)}`]),
  ]
}

/** The endpoint's example as a shell command; `$TOKEN` holds an API token. */
export const toCurl = (endpoint: Endpoint, origin: string): string => {
  const body = JSON.stringify(exampleIn(endpoint, 'body'))
  const data = endpoint.method === 'post' ? ['-H "Content-Type: application/json"', `-d ${quote(body)}`] : []
  const start = endpoint.media === 'text/event-stream' ? 'curl -N' : 'curl'
  return [`${start} ${quote(toUrl(endpoint, origin))}`, ...toHeaderFlags(endpoint), ...data].join(' \\\n  ')
}
