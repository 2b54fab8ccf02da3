import { expect, it } from 'vitest'
import { AppError } from '@/temporal/contract/errors'
import { classifyDatabaseError } from './database-errors'

const withCode = (code: string) => Object.assign(new Error('failed'), { code })

it.each([
  ['outage', withCode('ECONNREFUSED')],
  ['outage', withCode('EPIPE')],
  ['outage', withCode('08006')],
  ['outage', withCode('57P01')],
  ['outage', new Error('Connection terminated unexpectedly')],
  ['outage', new Error('Failed query', { cause: withCode('ETIMEDOUT') })],
  ['answer', withCode('42703')],
  ['answer', withCode('XX000')],
  ['answer', new Error('Failed query', { cause: withCode('23505') })],
  [null, withCode('EPERM')],
  [null, new AppError('FORBIDDEN')],
  [null, new Error('a bug of ours')],
] as const)('classifies as %s: %s', (verdict, error) => {
  expect(classifyDatabaseError(error)).toBe(verdict)
})

it('ends at a cause that points to itself', () => {
  const error = new Error('failed')
  error.cause = error
  expect(classifyDatabaseError(error)).toBeNull()
})
