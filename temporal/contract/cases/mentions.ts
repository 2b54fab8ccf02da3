/** Mentions of a comment, stored beside its text, so that a text cannot forge one. */

import type { StreamParams } from './activity-stream'

/** A member of the staff, verified by the server. The text holds `@` and the name. */
export interface Mention {
  id: string
  name: string
}

const isMention = (value: unknown): value is Mention => {
  const { id, name } = (value ?? {}) as Partial<Mention>
  return typeof id === 'string' && typeof name === 'string'
}

/** Each person once; malformed mentions are left out. */
export const dedupeMentions = (mentions: readonly unknown[]): Mention[] => {
  const byId = new Map(mentions.filter(isMention).map(({ id, name }) => [id, { id, name }]))
  return [...byId.values()]
}

/** Mentions as a parameter of a stream entry, which holds texts and numbers only. Empty without mentions. */
export const toMentionParams = (mentions: readonly Mention[]): StreamParams =>
  mentions.length > 0 ? { mentions: JSON.stringify(mentions) } : {}

/** The mentions of an entry; none where the parameter is absent or malformed. */
export const parseMentions = ({ mentions }: StreamParams): Mention[] => {
  if (typeof mentions !== 'string') return []
  try {
    const parsed: unknown = JSON.parse(mentions)
    return Array.isArray(parsed) ? dedupeMentions(parsed) : []
  } catch {
    return []
  }
}

/** A mention as written in a text. */
export const mentionText = ({ name }: Pick<Mention, 'name'>): string => `@${name}`
