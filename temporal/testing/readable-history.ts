/** The text of a history as people read it: decoded payloads in place of their bytes. */

import { defaultPayloadConverter, type Payload } from '@temporalio/common'
import { type History, historyToJSON } from '@temporalio/common/lib/proto-utils'

interface StoredPayload {
  metadata: Record<string, string>
  data?: string
}

const isStoredPayload = (value: object): value is StoredPayload =>
  'metadata' in value && typeof value.metadata === 'object' && value.metadata !== null && !('name' in value)

const fromBase64 = (text = ''): Uint8Array => Buffer.from(text, 'base64')

const decode = ({ metadata, data }: StoredPayload): unknown => {
  const fields = Object.entries(metadata).map(([name, value]) => [name, fromBase64(value)])
  const payload: Payload = { metadata: Object.fromEntries(fields), data: fromBase64(data) }
  return defaultPayloadConverter.fromPayload(payload) ?? null
}

/** Replaces each payload within `value` by what `change` makes of it. */
export const mapPayloads = (value: unknown, change: (payload: StoredPayload) => unknown): unknown => {
  if (Array.isArray(value)) return value.map((item) => mapPayloads(item, change))
  if (typeof value !== 'object' || value === null) return value
  if (isStoredPayload(value)) return change(value)
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, mapPayloads(item, change)]))
}

/** The history as `temporal workflow show -o json` prints it, with its payloads decoded. */
export const toReadableText = (history: History): string =>
  JSON.stringify(mapPayloads(JSON.parse(historyToJSON(history)), decode))
