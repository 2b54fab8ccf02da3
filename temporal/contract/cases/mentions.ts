/** People that a comment calls: kept beside its text, so that the text reads the same everywhere and cannot forge one. */

import type { StreamParams } from './activity-stream'

/** A member of the staff, as checked on the server. The text names them as `@` and their name. */
export interface Mention {
  id: string
  name: string
}

const isMention = (value: unknown): value is Mention => {
  const { id, name } = (value ?? {}) as Partial<Mention>
  return typeof id === 'string' && typeof name === 'string'
}

/** Each person once, well formed or left out. */
export const dedupeMentions = (mentions: readonly unknown[]): Mention[] => {
  const byId = new Map(mentions.filter(isMention).map(({ id, name }) => [id, { id, name }]))
  return [...byId.values()]
}

/** As a parameter of a stream entry, which holds texts and numbers only. Nothing where nobody is called. */
export const toMentionParams = (mentions: readonly Mention[]): StreamParams =>
  mentions.length > 0 ? { mentions: JSON.stringify(mentions) } : {}

/** Who an entry calls; nobody where it says nothing, or nothing that can be read. */
export const parseMentions = ({ mentions }: StreamParams): Mention[] => {
  if (typeof mentions !== 'string') return []
  try {
    const found: unknown = JSON.parse(mentions)
    return Array.isArray(found) ? dedupeMentions(found) : []
  } catch {
    return []
  }
}

/** How a text calls somebody. */
export const mentionText = ({ name }: Pick<Mention, 'name'>): string => `@${name}`
