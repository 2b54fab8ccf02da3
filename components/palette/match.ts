/** Matching and ranking of palette items. */

import { foldText, toSearchWords } from '@/temporal/contract/text/fold-text'

/** True if `text` contains every word, which is folded. */
export const containsWords = (text: string, words: readonly string[]): boolean => {
  const within = foldText(text)
  return words.every((word) => within.includes(word))
}

/** True if every word is in `label` or begins a word of `keywords`. */
export const matchesWords = (label: string, keywords: string, words: readonly string[]): boolean => {
  const others = toSearchWords(keywords)
  return words.every((word) => containsWords(label, [word]) || others.some((other) => other.startsWith(word)))
}

/** Rank of a label: 0 begins with the search, 1 has a word that does, 2 any other match. */
export const rankMatch = (label: string, words: readonly string[]): number => {
  const within = foldText(label)
  const first = words[0] ?? ''
  if (within.startsWith(words.join(' '))) return 0
  return within.split(/[^\p{L}\p{M}\p{N}]+/u).some((word) => word.startsWith(first)) ? 1 : 2
}

export interface TextSegment {
  text: string
  isHit: boolean
}

/** A letter with its marks, or a single other character: folding changes the lengths of these, not their order. */
const CHARACTERS = /\P{M}[\p{M}\u200C\u200D]*|\p{M}+/gu

/** True for each unit of the folded text that belongs to a found word. */
const findHits = (folded: string, words: readonly string[]): boolean[] => {
  const hits = new Array<boolean>(folded.length).fill(false)
  for (const word of words)
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1))
      hits.fill(true, at, at + word.length)
  return hits
}

/** The label split into segments, with those that match marked. A character is marked where any part of it matches. */
export const toSegments = (label: string, words: readonly string[]): TextSegment[] => {
  const characters = label.match(CHARACTERS) ?? []
  const folded = characters.map(foldText)
  const hits = findHits(folded.join(''), words)
  const segments: TextSegment[] = []
  let at = 0
  for (const [index, text] of characters.entries()) {
    const end = at + (folded[index]?.length ?? 0)
    const last = segments.at(-1)
    // A character that folds to nothing belongs to the one before it.
    const isHit = end === at ? (last?.isHit ?? false) : hits.slice(at, end).includes(true)
    if (last?.isHit === isHit) last.text += text
    else segments.push({ text, isHit })
    at = end
  }
  return segments
}
