/** Recognises files that are no tables of text, by their first bytes. */

import { FileFault } from './file-fault'

const START_BYTES = 512

/** By the bytes that a file begins with. */
const SIGNATURES: readonly [hex: string, what: string][] = [
  ['504b0304', 'a spreadsheet’s own format (such as xlsx or ods) or an archive'],
  ['504b0506', 'an empty archive'],
  ['d0cf11e0', 'a spreadsheet’s old format (xls)'],
  ['1f8b', 'compressed with gzip'],
  ['25504446', 'a PDF'],
  ['53514c69746520666f726d6174', 'a database of SQLite'],
  ['50415231', 'in the format Parquet'],
]

/** By the text that a file begins with. */
const STARTS: readonly [pattern: RegExp, what: string][] = [
  [/^\{\\rtf/, 'a document in RTF'],
  [/^\s*<(\?xml|!doctype|html|[a-z][\w:.-]*[\s>])/i, 'XML or HTML'],
  [/^\s*(UNA.{6}|UNB\+|ISA[^\w\s].{2}[^\w\s])/, 'an EDI message'],
  [/^\s*(\{\s*"|\[\s*[[{"])/, 'JSON'],
]

const ADVICE = 'save or export it as CSV'

/**
 * @throws FileFault for an empty file, and for one in a format that is no table of text
 */
export const refuseOtherFormats = (bytes: Buffer, name: string): void => {
  if (bytes.length === 0) throw new FileFault(`${name} is empty.`)
  const start = bytes.subarray(0, START_BYTES)
  const text = start.toString('utf8').replace(/^\ufeff/, '')
  const what =
    SIGNATURES.find(([signature]) => start.toString('hex').startsWith(signature))?.[1] ??
    STARTS.find(([pattern]) => pattern.test(text))?.[1]
  if (what) throw new FileFault(`${name} is no table of text but ${what}: ${ADVICE}.`)
}

/** Controls that no table contains; tab, line breaks and the separators of old databases are allowed. */
const FORBIDDEN = /(?![\t\n\v\f\r])\p{Cc}/u

/** @throws FileFault when the decoded text has control characters */
export const refuseControls = (text: string, name: string, encoding: string): void => {
  const at = text.search(FORBIDDEN)
  if (at === -1) return
  const line = text.slice(0, at).split(/\r\n|\n|\r/).length
  const code = text.charCodeAt(at).toString(16).padStart(4, '0').toUpperCase()
  throw new FileFault(
    `${name} is no table of text, or is not written in ${encoding}: line ${line} has the control character U+${code}.`,
  )
}
