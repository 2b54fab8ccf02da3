import { describe, expect, it } from 'vitest'
import { redactFields, redactText, serializeError } from './log-redaction'

describe('redaction', () => {
  it.each([
    'password',
    'set-cookie',
    'Authorization',
    'paymentToken',
    'email',
    'shippingAddress',
    'addressLines',
    'district',
    'customer',
    'comment',
    'idempotency_key',
  ])('leaves out %s, however deep it lies', (name) => {
    const fields = { [name]: 'gold', a: [{ [name]: { b: 'gold' }, c: { d: { [name]: 'gold' } } }] }
    expect(JSON.stringify(redactFields(fields))).not.toContain('gold')
  })

  it('keeps ids, counts and times', () => {
    const fields = { caseId: 'ord_1', ms: 3, at: new Date(0), parts: [{ state: 'up' }] }
    expect(redactFields(fields)).toEqual(fields)
  })

  it.each([
    'jane.doe+x@mail.example.com',
    'postgres://root:gold@db:5432/x',
    'Bearer abcdefgh12345678',
    `ac_${'x'.repeat(43)}`,
    'tok_approved',
    '/track/AbC-123_x/events',
    `inv_${'x'.repeat(43)}`,
    '/invitation/AbC-123_x',
  ])('masks %s inside a sentence', (secret) => {
    const text = redactText(`before ${secret} after`)
    expect(text).toMatch(/^before .* after$/)
    expect(text).toContain('***')
    expect(text).not.toContain(secret)
  })

  it('keeps the templates of routes', () => {
    for (const route of ['GET /track/[token]/events', 'GET /invitation/[token]'])
      expect(redactText(route)).toBe(route)
  })

  it('keeps the text of a failed query without its parameters, in the stack too', () => {
    const error = new Error('Failed query: insert into "user" values ($1)\nparams: jane,hash')
    const logged = JSON.stringify(serializeError(new Error('outer', { cause: error })))
    expect(logged).toContain('insert into')
    expect(logged).not.toContain('jane')
  })

  it('masks values that Postgres quotes, and drops unknown fields', () => {
    const error = Object.assign(new Error('invalid input syntax for type json: "jane"'), {
      code: '22P02',
      detail: 'Key (name)=(jane) exists.',
    })
    expect(JSON.stringify(serializeError(error))).not.toContain('jane')
  })

  it('ends at a cause that points to itself', () => {
    const error = new Error('a')
    error.cause = error
    expect(serializeError(error).message).toBe('a')
  })
})
