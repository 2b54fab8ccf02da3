/** Formats of numbers and dates that fit all values of a column. */

import { readDate } from '../values/date'
import { NUMBER_FORMATS, type NumberFormat, parseDecimal } from '../values/decimal'

const DATES = [
  'YYYY-MM-DD',
  'YYYYMMDD',
  'DD.MM.YYYY',
  'D.M.YYYY',
  'DD/MM/YYYY',
  'MM/DD/YYYY',
  'D/M/YYYY',
  'M/D/YYYY',
  'MM-DD-YY',
  'MMM D, YYYY',
  'D MMM YYYY',
  'MMM-DD-YY',
  'YYYY/MM/DD',
  'YYYY年M月D日',
]
const TIMES = [
  '',
  ' HH:mm:ss',
  ' HH:mm',
  ' H:mm',
  ' h:mm:ss A',
  ' h:mm A',
  ' HH:mm:ss Z',
  'THH:mm:ssZ',
  'THH:mm:ss',
]
const DATE_FORMATS = DATES.flatMap((date) => TIMES.map((time) => `${date}${time}`))

const daysIn = (texts: readonly string[], format: string): string =>
  texts
    .map((text) => readDate(text, [format], ''))
    .map((date) => (typeof date === 'string' ? '' : date.local))
    .join()

/** Formats in which every text is a date, the usual ones first; several only where they read other days. */
export const dateFormatsOf = (texts: readonly string[]): string[] => {
  const fitting = formatsOf(texts)
  return fitting.filter((format, index) => {
    const days = daysIn(texts, format)
    return fitting.findIndex((other) => daysIn(texts, other) === days) === index
  })
}

const formatsOf = (texts: readonly string[]): string[] =>
  texts.length === 0
    ? []
    : DATE_FORMATS.filter((format) => texts.every((text) => typeof readDate(text, [format], '') !== 'string'))

/** Marks of thousands come before marks of decimals: 1,800 is more often eighteen hundred than one and eight tenths. */
const NUMBERS: readonly NumberFormat[] = [
  '1234.56',
  '1,234.56',
  '1.234,56',
  ...NUMBER_FORMATS.filter((format) => !['1234.56', '1,234.56', '1.234,56'].includes(format)),
]

const withoutSign = (text: string): string => text.replace(/\p{Sc}|[A-Z]{3}|[円元]/gu, '').trim()

/** The first format in which every text is an amount, or null. */
export const numberFormatOf = (texts: readonly string[]): NumberFormat | null =>
  NUMBERS.find((numbers) => texts.every((text) => parseDecimal(withoutSign(text), numbers) !== null)) ?? null
