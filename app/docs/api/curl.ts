import type { Call } from '@/app/_server/api/call'
import { exampleIn, exampleKey } from '@/app/_server/api/input-parts'

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

const addressOf = (call: Call, origin: string): string => {
  const members = exampleIn(call, 'path')
  const path = call.path.replace(/\{(\w+)\}/g, (_, member: string) => String(members[member]))
  const query = new URLSearchParams(exampleIn(call, 'query') as Record<string, string>).toString()
  return origin + path + (query && `?${query}`)
}

const headersOf = (call: Call): string[] => {
  const key = exampleKey(call)
  return [
    ...(call.auth === 'required' ? ['-H "Authorization: Bearer $TOKEN"'] : []),
    ...(key === null ? [] : [`-H ${quoted(`Idempotency-Key: ${key}`)}`]),
  ]
}

/** The call's example as a shell runs it; `$TOKEN` holds an API token. */
export const curlOf = (call: Call, origin: string): string => {
  const body = JSON.stringify(exampleIn(call, 'body'))
  const data = call.method === 'post' ? ['-H "Content-Type: application/json"', `-d ${quoted(body)}`] : []
  const start = call.media === 'text/event-stream' ? 'curl -N' : 'curl'
  return [`${start} ${quoted(addressOf(call, origin))}`, ...headersOf(call), ...data].join(' \\\n  ')
}
