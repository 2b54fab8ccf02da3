import { describe, expect, it } from 'vitest'
import { createLog } from './log'

/** The log line of these fields. */
const written = (fields: object): string => {
  const lines: string[] = []
  createLog('info', { write: (line: string) => lines.push(line) }).info(fields, 'message')
  return lines.join('')
}

describe('createLog', () => {
  it('writes one JSON line with its level as a word', () => {
    expect(JSON.parse(written({ caseId: 'ord_1' }))).toMatchObject({
      level: 'info',
      part: 'worker',
      caseId: 'ord_1',
      msg: 'message',
    })
  })

  it.each(['email', 'password', 'paymentToken', 'shippingAddress', 'apiKey'])(
    'never writes %s, however deep it lies',
    (name) => {
      expect(written({ [name]: 'gold', a: { [name]: 'gold', b: { [name]: 'gold' } } })).not.toContain('gold')
    },
  )
})
