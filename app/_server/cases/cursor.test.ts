import { expect, it } from 'vitest'
import { type Position, readCursor, signCursor } from './cursor'

const secret = Buffer.alloc(32, 7)
const question = { filter: { kind: 'approval' as const, q: 'lamp' }, sort: '-created' }
const key = { value: '2026-01-31', caseId: 'apr_1' }
const cursor = signCursor(secret, question, { source: 'projection', after: key })

const refused = (of: typeof question, text: string) =>
  expect(() => readCursor(secret, of, text), text).toThrow(
    expect.objectContaining({ code: 'INVALID_CURSOR' }),
  )

it('returns the position that was signed', () => {
  const positions: Position<typeof key>[] = [
    { source: 'projection', after: key },
    { source: 'projection', before: key },
    { source: 'visibility', pageToken: 'AAEC' },
  ]
  for (const position of positions)
    expect(readCursor(secret, question, signCursor(secret, question, position))).toEqual(position)
})

it('refuses a cursor of another list request', () => {
  refused({ ...question, sort: 'created' }, cursor)
  refused({ ...question, filter: { kind: 'approval', q: 'chair' } }, cursor)
})

it('refuses a cursor that was changed, forged or signed with another key', () => {
  const other = signCursor(Buffer.alloc(32, 8), question, { source: 'projection', after: key })
  const [body, mac] = cursor.split('.')
  for (const text of ['', '.', 'x.y', `${body}`, `${body}.`, `${body}x.${mac}`, `e30.${mac}`, other])
    refused(question, text)
})

it('ignores the sort order in cursors of Visibility', () => {
  const page = signCursor(secret, question, { source: 'visibility', pageToken: 'AAEC' })
  expect(readCursor(secret, { ...question, sort: 'created' }, page)).toMatchObject({ pageToken: 'AAEC' })
})
