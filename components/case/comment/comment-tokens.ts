/** Splits a comment into text, links, cases and mentions. No part of it is treated as HTML. */

import { isCaseId } from '@/temporal/contract/cases/case-ids'
import { type Mention, mentionText } from '@/temporal/contract/cases/mentions'
import * as paths from '@/temporal/contract/paths'

export type CommentToken =
  | { kind: 'text'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'case'; text: string; href: string }
  | { kind: 'mention'; text: string; id: string }

const URL_PATTERN = String.raw`https?:\/\/[^\s<>"'\x60]+`
const CASE_PATTERN = String.raw`\b(?:ord|apr)_[0-9a-z]{26}\b`
/** A case number; upper case only, so that `order packages` stays plain text. */
const NUMBER_PATTERN = String.raw`\b[Oo]rder #?[0-9A-HJKMNP-TV-Z]{8}\b`

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const buildPattern = (mentions: readonly Mention[]): RegExp => {
  // The longest name first, because `@Ana Silva` is not `@Ana`.
  const names = mentions
    .map((mention) => escapeRegExp(mentionText(mention)))
    .sort((a, b) => b.length - a.length)
  const called = names.map((name) => String.raw`${name}(?![\p{L}\p{N}_])`)
  return new RegExp([URL_PATTERN, CASE_PATTERN, NUMBER_PATTERN, ...called].join('|'), 'gu')
}

/**
 * Punctuation at the end of a sentence does not belong to a URL; a closing bracket does where one was opened.
 */
const trimTrailingPunctuation = (url: string): string => {
  const cut = url.replace(/[.,;:!?]+$/, '')
  const isUnopened = cut.endsWith(')') && cut.split('(').length < cut.split(')').length
  return cut === url && !isUnopened ? url : trimTrailingPunctuation(isUnopened ? cut.slice(0, -1) : cut)
}

/** Only web URLs are links, as parsed by the browser. */
const toLink = (found: string): CommentToken | null => {
  const text = trimTrailingPunctuation(found)
  if (!URL.canParse(text)) return null
  const { protocol, href } = new URL(text)
  return protocol === 'https:' || protocol === 'http:' ? { kind: 'link', text, href } : null
}

const toToken = (found: string, mentions: readonly Mention[]): CommentToken | null => {
  if (found.startsWith('http')) return toLink(found)
  if (isCaseId(found)) return { kind: 'case', text: found, href: paths.casePage(found) }
  const number = /^[Oo]rder #?(.{8})$/.exec(found)?.[1]
  if (number) return { kind: 'case', text: found, href: paths.orders({ q: number }) }
  const person = mentions.find((mention) => mentionText(mention) === found)
  return person ? { kind: 'mention', text: found, id: person.id } : null
}

/** The tokens of `text` in order; joined they equal it. */
export const tokenizeComment = (text: string, mentions: readonly Mention[]): CommentToken[] => {
  const tokens: CommentToken[] = []
  let end = 0
  for (const { 0: found, index } of text.matchAll(buildPattern(mentions))) {
    const token = toToken(found, mentions)
    if (!token) continue
    if (index > end) tokens.push({ kind: 'text', text: text.slice(end, index) })
    tokens.push(token)
    end = index + token.text.length
  }
  return end < text.length ? [...tokens, { kind: 'text', text: text.slice(end) }] : tokens
}

/** The people whom a text names, by the rule of display: `@Ana Silva` does not name an `@Ana`. */
export const mentionsInText = (text: string, mentions: readonly Mention[]): Mention[] => {
  if (mentions.length === 0) return []
  const called = new Set(
    tokenizeComment(text, mentions).map((piece) => (piece.kind === 'mention' ? piece.text : '')),
  )
  return mentions.filter((mention) => called.has(mentionText(mention)))
}

/** Mentions without the name in the text, as programs may send them. */
export const mentionsNotInText = (text: string, mentions: readonly Mention[]): Mention[] => {
  const named = mentionsInText(text, mentions)
  return mentions.filter((mention) => !named.includes(mention))
}
