import { ApplicationFailure, CancelledFailure } from '@temporalio/common'
import { TaskCancelledError } from 'cockatiel'
import { describe, expect, it } from 'vitest'
import { businessFailure } from '../activities/business-failure'
import { AppError, BUSINESS_ERROR_CODES } from '../contract/errors'
import { ServiceUnavailable } from '../services/service-unavailable'
import { failureConverter } from '../workflows/failure-converter.cjs'
import { toActivityFailure } from './activity-failure'

const withCode = (code: string, message = 'gold at /srv/gold/main.ts') =>
  Object.assign(new Error(message), { code })

/** As drizzle wraps an error of the driver. */
const failedQuery = (cause: Error): Error =>
  Object.assign(new Error('Failed query: insert into gold\nparams: gold', { cause }), { params: ['gold'] })

const TECHNICAL: readonly [string, unknown, string][] = [
  ['a refused connection', withCode('ECONNREFUSED'), 'DATABASE_UNREACHABLE'],
  ['a server that shuts down', failedQuery(withCode('57P01')), 'DATABASE_UNREACHABLE'],
  ['too many connections', failedQuery(withCode('53300')), 'DATABASE_UNREACHABLE'],
  ['a lost connection', failedQuery(new Error('Connection terminated unexpectedly')), 'DATABASE_UNREACHABLE'],
  ['a statement time-out', failedQuery(withCode('57014')), 'DATABASE_TIMED_OUT'],
  ['the time-out of a fast write', new TaskCancelledError('gold'), 'DATABASE_TIMED_OUT'],
  ['a deadlock', failedQuery(withCode('40P01')), 'DATABASE_BUSY'],
  ['a broken constraint', failedQuery(withCode('23505')), 'DATABASE_REFUSED'],
  ['a value that does not fit', failedQuery(withCode('22001')), 'DATABASE_REFUSED'],
  ['a query without a known cause', failedQuery(new Error('gold')), 'DATABASE_REFUSED'],
  ['an open circuit breaker', withCode('ETIMEDOUT'), 'TIMED_OUT'],
  ['a Temporal that is away', new AppError('TEMPORAL_UNAVAILABLE', 'gold'), 'TEMPORAL_UNAVAILABLE'],
  ['a bug', new TypeError('gold is not a function'), 'UNEXPECTED'],
  ['a failure of unknown kind', ApplicationFailure.retryable('gold', 'Gold', 'gold'), 'UNEXPECTED'],
  ['a thrown string', 'gold', 'UNEXPECTED'],
  ['nothing', undefined, 'UNEXPECTED'],
]

/** What Temporal stores of a failure. */
const toStored = (failure: unknown): string =>
  JSON.stringify(failureConverter.errorToFailure(failure, { toPayload: () => null, fromPayload: () => null }))

describe('the failure of an activity', () => {
  it.each(TECHNICAL)('holds a code and a plain message for %s', (_, error, code) => {
    const failure = toActivityFailure(error)
    expect(failure).toMatchObject({ type: code, nonRetryable: false, cause: undefined })
    const stored = toStored(failure)
    expect(stored).not.toMatch(/gold|insert|\.ts\b|\bat /)
    expect(JSON.parse(stored)).toMatchObject({ stackTrace: '', applicationFailureInfo: { type: code } })
  })

  it.each(BUSINESS_ERROR_CODES)('keeps %s with its words and without a retry', (code) => {
    const failure = toActivityFailure(businessFailure(code, 'Only 2 of Blue mug in stock'))
    expect(failure).toMatchObject({ type: code, message: 'Only 2 of Blue mug in stock', nonRetryable: true })
    expect(toStored(failure)).not.toMatch(/\.ts\b|\bat /)
  })

  it('keeps the words of a service that is away', () => {
    expect(toActivityFailure(new ServiceUnavailable('payment cannot be reached'))).toMatchObject({
      type: 'SERVICE_UNAVAILABLE',
      message: 'payment cannot be reached',
      nonRetryable: false,
    })
  })

  it.each([
    ['retryable', false],
    ['nonRetryable', true],
  ] as const)('stays %s', (create, nonRetryable) => {
    expect(toActivityFailure(ApplicationFailure[create]('gold', 'Gold'))).toMatchObject({ nonRetryable })
  })

  it('leaves the errors that the SDK tells a cancellation by', () => {
    const cancelled = new CancelledFailure('cancelled')
    const aborted = Object.assign(new Error('aborted'), { name: 'AbortError' })
    expect(toActivityFailure(cancelled)).toBe(cancelled)
    expect(toActivityFailure(aborted)).toBe(aborted)
  })
})
