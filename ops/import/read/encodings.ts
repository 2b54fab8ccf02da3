/** Strict decoders: bytes that an encoding does not have are refused, never replaced. */

import iconv from 'iconv-lite'

/** Encodings that the platform decodes strictly, by the names that mappings may use. */
const STRICT: Record<string, string> = {
  utf8: 'utf-8',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  // The platform's Shift-JIS is code page 932: it has the letters of NEC and IBM, such as ① and 髙.
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  windows31j: 'shift_jis',
  windows932: 'shift_jis',
  shiftjis: 'shift_jis',
  sjis: 'shift_jis',
  eucjp: 'euc-jp',
  iso2022jp: 'iso-2022-jp',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  gb18030: 'gb18030',
  cp936: 'gb18030',
  big5: 'big5',
  cp950: 'big5',
  euckr: 'euc-kr',
  cp949: 'euc-kr',
}

/** The platform turns bytes that Big5 does not have into letters of the private use area, and throws nothing. */
const PRIVATE_USE = /\p{Co}/u

const toComparable = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/** True for a name that `decodeStrictly` understands. */
export const isEncoding = (name: string): boolean => {
  const key = toComparable(name)
  return (
    key in STRICT || (/^(iso8859|windows|cp|ibm|koi8|mac|latin|win)/.test(key) && iconv.encodingExists(key))
  )
}

const decodeByTable = (bytes: Buffer, encoding: string): string | null => {
  const text = iconv.decode(bytes, encoding, { stripBOM: false })
  return text.includes('\ufffd') ? null : text
}

/**
 * Text of `bytes`, or null when a byte has no meaning in the encoding. ISO-8859-1 has no letters at 0x80 to 0x9F, so
 * Windows-1252 text named so is refused with the controls that it then contains.
 * @param encoding a name for which `isEncoding` is true
 */
export const decodeStrictly = (bytes: Buffer, encoding: string): string | null => {
  const label = STRICT[toComparable(encoding)]
  if (label === undefined) return decodeByTable(bytes, toComparable(encoding))
  try {
    const text = new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes)
    return !label.startsWith('utf') && PRIVATE_USE.test(text) ? null : text
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
