import { describe, expect, it } from 'vitest'
import { AppError } from '@/temporal/contract/errors'
import { isDatabaseDown } from '../resilience/database-errors'
import { problemResponse, toProblem } from './problem'

const withCode = (message: string, code: string, cause?: unknown): Error =>
  Object.assign(new Error(message, { cause }), { code })

describe('toProblem', () => {
  it('contains code, status, details and request id of an AppError', () => {
    const refusal = new AppError('ALREADY_DECIDED', undefined, { decision: { by: { name: 'Ana' } } })
    expect(toProblem(refusal, 'req-12345')).toMatchObject({
      type: 'urn:action-center:problem:already-decided',
      status: 409,
      code: 'ALREADY_DECIDED',
      requestId: 'req-12345',
      decision: { by: { name: 'Ana' } },
    })
  })

  it('reveals nothing about an unexpected error', () => {
    const problem = toProblem(new Error('password of db is hunter2'), 'req-12345')
    expect(problem).toMatchObject({ status: 500, code: 'INTERNAL' })
    expect(JSON.stringify(problem)).not.toContain('hunter2')
  })

  it('does not let details overwrite the fields of the document', () => {
    const refusal = new AppError('CASE_CLOSED', 'Closed', { status: 200, code: 'FINE', requestId: 'x' })
    expect(toProblem(refusal, 'req-12345')).toMatchObject({
      status: 409,
      code: 'CASE_CLOSED',
      requestId: 'req-12345',
    })
  })

  it('recognises an AppError of another copy of the module by its code', () => {
    class Refusal2 extends Error {
      override readonly name = 'AppError'
      readonly code = 'NOT_FOUND'
      readonly details = {}
    }
    expect(toProblem(new Refusal2('gone'), 'req-12345').status).toBe(404)
  })

  it('sets Retry-After', async () => {
    const unavailable = problemResponse(toProblem(withCode('x', 'ECONNREFUSED'), 'req-12345'))
    expect(unavailable.status).toBe(503)
    expect(unavailable.headers.get('retry-after')).toBe('2')
    expect(unavailable.headers.get('content-type')).toBe('application/problem+json')
    const limited = new AppError('RATE_LIMITED', undefined, { retryAfterSeconds: 42 })
    expect(problemResponse(toProblem(limited, 'req-12345')).headers.get('retry-after')).toBe('42')
  })
})

describe('isDatabaseDown', () => {
  it.each([
    withCode('connect', 'ECONNREFUSED'),
    withCode('terminating connection', '57P01'),
    withCode('connection failure', '08006'),
    new Error('Connection terminated unexpectedly'),
    new Error('Failed query: select', { cause: withCode('statement timeout', '57014') }),
  ])('is true for %s', (error) => {
    expect(isDatabaseDown(error)).toBe(true)
  })

  it.each([withCode('unique', '23505'), withCode('syntax', '42601'), new Error('x'), 'ECONNREFUSED', null])(
    'is false for %s',
    (error) => {
      expect(isDatabaseDown(error)).toBe(false)
    },
  )
})
