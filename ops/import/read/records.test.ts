import { describe, expect, it } from 'vitest'
import { rankDelimiters } from './delimiter'
import { createHeadings } from './headings'
import { type Dialect, readRecords } from './records'

const csv = (delimiter = ',', quotes: Dialect['quotes'] = 'fields'): Dialect => ({
  format: 'csv',
  delimiter,
  quotes,
})
const read = (text: string, dialect = csv()) =>
  readRecords(text, dialect, 'a.csv').map(({ line, cells }) => [line, ...cells])

describe('records of CSV', () => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ])('begin on the line that an editor shows, also behind quoted breaks and empty lines: %s', (_, end) => {
    const text = ['a,b', `"x`, `y",2`, '', '3,"4', '', '5"', '6,7'].join(end)
    expect(read(text)).toEqual([
      [1, 'a', 'b'],
      [2, `x${end}y`, '2'],
      [4, ''],
      [5, '3', `4${end}${end}5`],
      [8, '6', '7'],
    ])
  })

  it('of old Macs end with CR', () => {
    expect(read('a,b\r1,2\r')).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
    ])
  })

  it('may have a quote within a value that does not begin with one', () => {
    expect(read('1,14" laptop\n2,x\n')).toEqual([
      [1, '1', '14" laptop'],
      [2, '2', 'x'],
    ])
  })

  it.each([
    ['a quote that never closes', 'a,b\n1,"open\n2,3\n', /^Line 2 .* opens a quote that never closes/],
    ['a quote that never closes, behind a quoted CRLF', '"x\r\ny",b\r\n1,"open\r\n2,3', /^Line 3 /],
    ['a quote that closes within a value', 'a,b\n1,"q"z\n', /^Line 2 .* closes within a value/],
  ])('are refused with %s', (_, text, message) => {
    expect(() => read(text)).toThrow(message)
  })

  it('keep quotes as letters where the mapping says so', () => {
    expect(read('"a" b\t"open\n14"\tx\n', csv('\t', 'letters'))).toEqual([
      [1, '"a" b', '"open'],
      [2, '14"', 'x'],
    ])
  })
})

it('records of whitespace files ignore leading blanks and keep equal rows', () => {
  const text = ' 00004 0001  2\r\n\r\n 00004\t0001  2\r\n'
  expect(
    read(text, { format: 'whitespace', delimiter: ' ', quotes: 'fields' }).filter((row) => row[1] !== ''),
  ).toEqual([
    [1, '00004', '0001', '2'],
    [3, '00004', '0001', '2'],
  ])
})

it.each([
  [',', 'a,b,c\n1,"x;y;z",3\n'],
  [';', 'a;b;c\n1,5;2,5;3,5\n'],
  ['\t', 'a\tb\n1,2\t3,4\n'],
  ['|', 'a|b|c\n1|2|3\n'],
])('the delimiter %j is found', (delimiter, text) => {
  expect(rankDelimiters(text, { format: 'csv', quotes: 'fields' })[0]).toBe(delimiter)
})

describe('headings', () => {
  const headings = createHeadings(['\ufeffOrder ID ', 'City', '', 'CITY', 'Straße'])
  it('are found without regard to case and blanks', () => {
    expect(headings.find(' order  id')).toEqual({ index: 0 })
    expect(headings.find('STRASSE')).toEqual({ missing: true })
    expect(headings.find('straße')).toEqual({ index: 4 })
  })

  it('that stand twice need their number', () => {
    expect(headings.find('city')).toEqual({ doubled: 2 })
    expect(headings.find('City#2')).toEqual({ index: 3 })
    expect(headings.names).toEqual(['Order ID', 'City#1', 'column 3', 'CITY#2', 'Straße'])
  })
})
