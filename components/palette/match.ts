/** Matching and ranking of palette items. */

/** The words of a search in lower case, without `#` before a number. */
export const toSearchWords = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/^#/, ''))
    .filter(Boolean)

/** True if `text` contains every word. */
export const containsWords = (text: string, words: readonly string[]): boolean => {
  const within = text.toLowerCase()
  return words.every((word) => within.includes(word))
}

/** True if every word is in `label` or begins a word of `keywords`. */
export const matchesWords = (label: string, keywords: string, words: readonly string[]): boolean => {
  const others = toSearchWords(keywords)
  return words.every((word) => containsWords(label, [word]) || others.some((other) => other.startsWith(word)))
}

/** Rank of a label: 0 begins with the search, 1 has a word that does, 2 any other match. */
export const rankMatch = (label: string, words: readonly string[]): number => {
  const within = label.toLowerCase()
  const first = words[0] ?? ''
  if (within.startsWith(words.join(' '))) return 0
  return within.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(first)) ? 1 : 2
}

export interface TextSegment {
  text: string
  isHit: boolean
}

/** The label split into segments, with those that match marked. */
export const toSegments = (label: string, words: readonly string[]): TextSegment[] => {
  const lower = label.toLowerCase()
  // A letter with a longer lower case would shift all positions after it.
  if (words.length === 0 || lower.length !== label.length) return [{ text: label, isHit: false }]
  const hit = new Array<boolean>(label.length).fill(false)
  for (const word of words)
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1))
      hit.fill(true, at, at + word.length)
  const segments: TextSegment[] = []
  for (const [at, isHit] of hit.entries()) {
    const last = segments.at(-1)
    if (last?.isHit === isHit) last.text += label[at]
    else segments.push({ text: label[at] ?? '', isHit })
  }
  return segments
}
