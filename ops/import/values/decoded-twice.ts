/** Recognises UTF-8 that was read as Windows-1252 and saved again: `SÃ¸ren` for `Søren`. */

import iconv from 'iconv-lite'
import { decodeStrictly } from '../read/encodings'

/** The likely spelling, or null for a text that was decoded once. */
export const spellingBefore = (text: string): string | null => {
  if (!/[\u00c2-\u00f4]/.test(text)) return null
  const bytes = iconv.encode(text, 'windows-1252')
  if (iconv.decode(bytes, 'windows-1252') !== text) return null
  const before = decodeStrictly(bytes, 'utf-8')
  return before === null || before === text ? null : before
}
