import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeFile } from './decode'
import { FileFault } from './file-fault'

const GERMAN = 'Name;Ort\nJörg Müller;Köln\n'
const JAPANESE = '名前,住所\n髙橋①,北－ソ表\n'
const decode = (bytes: Buffer, mapped?: string, given?: string) =>
  decodeFile(bytes, { name: 'a.csv', mapped, given })
const mark = (hex: string, bytes: Buffer) => Buffer.concat([Buffer.from(hex, 'hex'), bytes])

describe('an encoding', () => {
  it.each([
    ['windows-1252', GERMAN],
    ['iso-8859-1', GERMAN],
    ['iso-8859-15', 'Preis;€\nMüller;1\n'],
    ['cp850', GERMAN],
    ['cp437', GERMAN],
    ['ibm850', GERMAN],
    ['macintosh', GERMAN],
    ['windows-1250', 'Łódź;Kraków\n'],
    ['windows-1251', 'Имя;Город\nЮлия;Киев\n'],
    ['koi8-r', 'Имя;Город\n'],
    ['cp866', 'Имя;Город\n'],
    ['cp932', JAPANESE],
    ['euc-jp', '名前,住所\n高橋,北\n'],
    ['gb18030', '姓名,地址\n李雷,上海\n'],
    ['big5', '姓名,地址\n王小明,台北\n'],
    ['euc-kr', '이름,주소\n김,서울\n'],
    ['utf-16le', GERMAN],
    ['utf-16be', GERMAN],
  ])('%s that the mapping names is decoded, letter by letter', (encoding, text) => {
    const bytes = iconv.encode(text, encoding)
    expect(decode(bytes, encoding)).toEqual({ text, encoding: `${encoding} (named by the mapping)` })
  })

  it.each([
    ['UTF-8', 'efbbbf', Buffer.from(GERMAN)],
    ['UTF-16LE', 'fffe', iconv.encode(GERMAN, 'utf-16le')],
    ['UTF-16BE', 'feff', iconv.encode(GERMAN, 'utf-16be')],
  ])('%s with its mark needs no name, and wins over one', (encoding, hex, bytes) => {
    const expected = { text: GERMAN, encoding: `${encoding} (byte order mark)` }
    expect(decode(mark(hex, bytes))).toEqual(expected)
    expect(decode(mark(hex, bytes), 'windows-1252', 'cp850')).toEqual(expected)
  })

  it('UTF-8 without a mark wins over what the mapping says', () => {
    expect(decode(Buffer.from(GERMAN), 'windows-1252')).toEqual({ text: GERMAN, encoding: 'UTF-8' })
  })

  it('of the command line wins over that of the mapping', () => {
    const bytes = iconv.encode(GERMAN, 'cp850')
    expect(decode(bytes, 'windows-1252', 'cp850').text).toBe(GERMAN)
  })
})

describe('what cannot be decoded', () => {
  it('is refused, with a guess in words', () => {
    const bytes = iconv.encode(
      'Jörg Weiß;Große Gasse 7;Dresden;Zoë Çelik;Rue de l’Église\n'.repeat(5),
      'windows-1252',
    )
    expect(() => decode(bytes)).toThrow(/is not UTF-8.*--encoding/)
  })

  it.each([
    ['utf-8', Buffer.from([0x41, 0xff, 0x42])],
    ['cp932', Buffer.from([0x41, 0x81])],
    ['windows-1252', Buffer.from([0x41, 0x81, 0xfc])],
    ['utf-16le', Buffer.from([0x41, 0x00, 0x42, 0x00, 0x00])],
    ['big5', Buffer.from([0x41, 0xff, 0xff])],
  ])('%s: bytes without a meaning are never replaced', (encoding, bytes) => {
    expect(() => decode(bytes, encoding)).toThrow(FileFault)
  })

  it('is refused where Windows-1252 is named ISO-8859-1, whose controls it would become', () => {
    expect(() => decode(iconv.encode('l’Église', 'windows-1252'), 'iso-8859-1')).toThrow(/control character/)
  })

  it('is refused with an encoding that nobody knows', () => {
    expect(() => decode(Buffer.from([0xfc]), 'klingon')).toThrow('The encoding "klingon" is unknown')
  })
})

describe('what is no table', () => {
  it.each([
    ['empty', Buffer.from('')],
    ['empty', Buffer.from('\ufeff \r\n \r\n')],
    ['xlsx', Buffer.from('504b030414000600', 'hex')],
    ['xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['gzip', Buffer.from('1f8b08', 'hex')],
    ['PDF', Buffer.from('%PDF-1.7')],
    ['XML', Buffer.from('\ufeff<?xml version="1.0"?><orders/>')],
    ['XML or HTML', Buffer.from('<!DOCTYPE html><table>')],
    ['EDI', Buffer.from("UNA:+.? 'UNB+UNOC:3+a+b'")],
    ['EDI', Buffer.from("UNB+UNOC:3+a+b'")],
    ['EDI', Buffer.from('ISA*00*          *00*')],
    ['JSON', Buffer.from('[{"order": 1}]')],
    ['control character', Buffer.from('a,b\n\u001b]0;owned\u0007,\u001b[2J\n')],
  ])('%s is one sentence without control characters', (what, bytes) => {
    let message = ''
    try {
      decode(bytes)
    } catch (error) {
      if (error instanceof FileFault) message = error.message
    }
    expect(message).toMatch(/^[^\n]*\.$/)
    expect(message.toLowerCase()).toContain(
      what.toLowerCase() === 'control character' ? 'utf-8' : what.toLowerCase(),
    )
    expect(message).not.toMatch(/\p{Cc}/u)
  })

  it('does not mind the end mark of DOS', () => {
    expect(decode(Buffer.from('a,b\r\n1,2\r\n\u001a')).text).toBe('a,b\r\n1,2\r\n')
  })
})
