import { expect, it } from 'vitest'
import { causeOf, maskPath } from './log'

it('masks the tokens of status pages and invitations and drops every query', () => {
  expect(maskPath('/track/k1.abc.def/events?x=1')).toBe('/track/***/events')
  expect(maskPath('https://shop.example/invitation/inv_abc')).toBe('https://shop.example/invitation/***')
  expect(maskPath('/api/v1/cases?q=jane@example.com')).toBe('/api/v1/cases')
})

it('keeps the text of a failed query and leaves its parameters out, in the stack too', () => {
  const error = new Error('Failed query: insert into "user" values ($1)\nparams: jane@example.com,hash')
  const logged = JSON.stringify(causeOf(new Error('outer', { cause: error })))
  expect(logged).toContain('insert into')
  expect(logged).not.toContain('jane@example.com')
})

it('survives a cause that goes round in circles', () => {
  const error = new Error('a')
  error.cause = error
  expect(causeOf(error).message).toBe('a')
})
