/** Removes from a recorded history what a repository must not hold: machines, statements, stacks and people. */

import { mapPayloads } from './readable-history'

type Fields = Record<string, unknown>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Changes each object within `value`, the innermost first. */
const mapObjects = (value: unknown, change: (fields: Fields) => Fields): unknown => {
  if (Array.isArray(value)) return value.map((item) => mapObjects(item, change))
  if (!isFields(value)) return value
  return change(
    Object.fromEntries(Object.entries(value).map(([name, item]) => [name, mapObjects(item, change)])),
  )
}

/** Fields that hold a person from outside, and the name that replaces theirs. */
const PEOPLE: Record<string, string> = { customer: 'Customer', requester: 'Requester' }

const renamePeople = (value: unknown): unknown => {
  const names = new Map<string, string>()
  mapObjects(value, (fields) => {
    for (const [field, replacement] of Object.entries(PEOPLE)) {
      const person = fields[field]
      if (isFields(person) && typeof person.name === 'string') names.set(person.name, replacement)
    }
    return fields
  })
  const text = [...names].reduce((rest, [name, other]) => rest.replaceAll(name, other), JSON.stringify(value))
  return JSON.parse(text)
}

const toBase64 = (text: string): string => Buffer.from(text).toString('base64')
const fromBase64 = (text: string): string => Buffer.from(text, 'base64').toString()

const scrubFailure = (fields: Fields): Fields => {
  if (typeof fields.message !== 'string' || !('source' in fields)) return fields
  const { stackTrace: _, cause, ...rest } = fields
  const isStatement = fields.message.startsWith('Failed query')
  return {
    ...rest,
    ...(isStatement ? { message: 'The database refused a statement' } : {}),
    // The failure of an activity wraps the one that it threw; what is below that one is of the machine.
    ...(cause !== undefined && !('applicationFailureInfo' in fields) ? { cause } : {}),
  }
}

const scrubIdentity = (fields: Fields): Fields =>
  'identity' in fields ? { ...fields, identity: 'worker' } : fields

/** Names found in any payload are replaced in all of them, because views and entries repeat them. */
const scrubPayloads = (history: unknown): unknown => {
  const values: unknown[] = []
  mapPayloads(history, ({ data = '' }) => {
    try {
      values.push(JSON.parse(fromBase64(data)))
    } catch {
      values.push(null) // not JSON, such as a payload without data
    }
    return null
  })
  const renamed = (renamePeople(values) as unknown[]).values()
  return mapPayloads(history, (payload) => {
    const value = renamed.next().value
    return value === null || value === undefined
      ? payload
      : { ...payload, data: toBase64(JSON.stringify(value)) }
  })
}

/**
 * Scrubs the JSON of a history. It still replays: commands and their order stay as they are, only arguments, results
 * and messages lose what is personal.
 */
export const scrubHistory = (json: string): string => {
  const withoutStacks = mapObjects(JSON.parse(json), (fields) => scrubIdentity(scrubFailure(fields)))
  return JSON.stringify(scrubPayloads(withoutStacks), null, 2)
}
