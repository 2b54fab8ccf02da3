/** Streets that a browser, a password manager or a paste filled in with more than one line. */

/** Longest line of a street, in UTF-16 units. */
export const MAX_LINE = 200

const toLines = (text: string): string[] =>
  text
    .normalize('NFC')
    .split(/[\r\n\v\f\u0085\u2028\u2029]+/u)
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter(Boolean)

/** Cuts a line that is too long behind a comma, else at a blank; a line without either stays whole. */
const cut = (line: string): string[] => {
  if (line.length <= MAX_LINE) return [line]
  const head = line.slice(0, MAX_LINE)
  const at = head.lastIndexOf(', ') > 0 ? head.lastIndexOf(', ') : head.lastIndexOf(' ')
  return at > 0 ? [line.slice(0, at), line.slice(at).replace(/^[, ]+/, '')] : [line]
}

/** The first line, and all others joined by commas. */
export const splitStreet = (
  street: string,
  addition: string | undefined,
): { line1: string; line2: string } => {
  const [first = '', ...others] = [...toLines(street).flatMap(cut), ...toLines(addition ?? '')]
  return { line1: first, line2: others.join(', ') }
}
