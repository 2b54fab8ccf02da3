import { exampleIn, exampleKey } from '@/app/_server/api/input-location'
import { fillPath } from '@/temporal/contract/api-routes'
import type { Endpoint } from '@/temporal/contract/schemas/endpoints/endpoint'

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

const toUrl = (call: Endpoint, origin: string): string => {
  const { path } = fillPath(call.path, exampleIn(call, 'path'))
  const query = new URLSearchParams(exampleIn(call, 'query') as Record<string, string>).toString()
  return origin + path + (query && `?${query}`)
}

const toHeaderFlags = (call: Endpoint): string[] => {
  const key = exampleKey(call)
  return [
    ...(call.auth === 'required' ? ['-H "Authorization: Bearer $TOKEN"'] : []),
    ...(key === null ? [] : [`-H ${quote(`Idempotency-Key: ${key}`)}`]),
  ]
}

/** The call's example as a shell runs it; `$TOKEN` holds an API token. */
export const toCurl = (call: Endpoint, origin: string): string => {
  const body = JSON.stringify(exampleIn(call, 'body'))
  const data = call.method === 'post' ? ['-H "Content-Type: application/json"', `-d ${quote(body)}`] : []
  const start = call.media === 'text/event-stream' ? 'curl -N' : 'curl'
  return [`${start} ${quote(toUrl(call, origin))}`, ...toHeaderFlags(call), ...data].join(' \\\n  ')
}
