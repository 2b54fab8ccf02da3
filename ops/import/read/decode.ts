/** Finds the encoding of a file: byte order mark, then strict UTF-8, then what the person says. Nothing is guessed. */

import chardet from 'chardet'
import { decodeStrictly, isEncoding } from './encodings'
import { FileFault } from './file-fault'
import { refuseControls, refuseOtherFormats } from './not-a-table'
import { quoted } from './printable'

export interface Decoded {
  text: string
  /** Such as `UTF-8 (byte order mark)`, for people. */
  encoding: string
}

interface Request {
  /** Name of the file, for messages. */
  name: string
  /** Encoding that the mapping names. */
  mapped?: string | undefined
  /** Encoding of the command line, which wins over the mapping. */
  given?: string | undefined
}

const BYTE_ORDER_MARKS: readonly [hex: string, encoding: string][] = [
  ['efbbbf', 'UTF-8'],
  ['fffe', 'UTF-16LE'],
  ['feff', 'UTF-16BE'],
]

const SAMPLE_BYTES = 65_536

/** Sentence with the guess of chardet, which is wrong often enough that only a person may accept it. */
const offerGuess = (bytes: Buffer): string => {
  const guess = chardet.detect(bytes.subarray(0, SAMPLE_BYTES))
  const text = guess && isEncoding(guess) ? decodeStrictly(bytes, guess) : null
  if (text === null) return ''
  const words = [...new Set(text.match(/[\p{L}\p{M}]*\P{ASCII}[\p{L}\p{M}]*/gu) ?? [])].slice(0, 3)
  return ` A guess is ${guess}, which reads ${words.map(quoted).join(', ')}; if that is right, add --encoding ${guess}.`
}

const withoutMark = (bytes: Buffer, name: string): Decoded | null => {
  const start = bytes.subarray(0, 3).toString('hex')
  const found = BYTE_ORDER_MARKS.find(([mark]) => start.startsWith(mark))
  if (!found) return null
  const [mark, encoding] = found
  const text = decodeStrictly(bytes.subarray(mark.length / 2), encoding)
  if (text === null)
    throw new FileFault(`${name} begins with the mark of ${encoding} but is not written in it.`)
  return { text, encoding: `${encoding} (byte order mark)` }
}

const asNamed = (bytes: Buffer, { name, mapped, given }: Request): Decoded => {
  const encoding = given ?? mapped
  if (encoding === undefined)
    throw new FileFault(
      `${name} is not UTF-8, and neither the mapping nor --encoding says what it is.${offerGuess(bytes)}`,
    )
  if (!isEncoding(encoding)) throw new FileFault(`The encoding ${quoted(encoding)} is unknown.`)
  const text = decodeStrictly(bytes, encoding)
  const by = given === undefined ? 'the mapping' : '--encoding'
  if (text === null)
    throw new FileFault(`${name} is not written in ${encoding}, which ${by} names.${offerGuess(bytes)}`)
  return { text, encoding: `${encoding} (named by ${by})` }
}

const ESCAPE = '\u001b'

/** ISO-2022-JP and UTF-16 without a mark are valid UTF-8 too, with escapes or zeros between the letters. */
const isPlainUtf8 = (text: string): boolean => !text.includes('\0') && !text.includes(ESCAPE)

const decode = (bytes: Buffer, request: Request): Decoded => {
  const marked = withoutMark(bytes, request.name)
  if (marked) return marked
  const text = decodeStrictly(bytes, 'utf-8')
  if (text !== null && isPlainUtf8(text)) return { text, encoding: 'UTF-8' }
  return asNamed(bytes, request)
}

const END = '\u001a'

/** Old systems end a text with Ctrl-Z. */
const withoutEnd = (text: string): string =>
  text.trimEnd().endsWith(END) ? text.slice(0, text.lastIndexOf(END)) : text

/**
 * Text of a file.
 * @throws FileFault for an empty file, another format, and bytes that cannot be decoded
 */
export const decodeFile = (bytes: Buffer, request: Request): Decoded => {
  refuseOtherFormats(bytes, request.name)
  const decoded = decode(bytes, request)
  const text = withoutEnd(decoded.text)
  refuseControls(text, request.name, decoded.encoding)
  if (text.trim() === '') throw new FileFault(`${request.name} is empty.`)
  return { ...decoded, text }
}
