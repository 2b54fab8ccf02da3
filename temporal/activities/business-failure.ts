/** Turns a service's refusal into a failure that a workflow compensates instead of retrying. */

import { ApplicationFailure } from '@temporalio/common'
import type { BusinessErrorCode } from '../contract/errors'
import { isBusinessErrorCode } from '../contract/errors'

/** A non-retryable failure whose type is the code. */
export const businessFailure = (code: BusinessErrorCode, message: string): ApplicationFailure =>
  ApplicationFailure.nonRetryable(message, code)

const getBusinessErrorCode = (error: unknown): BusinessErrorCode | null => {
  if (!(error instanceof Error) || error.name !== 'BusinessError') return null
  const { code } = error as Error & { code?: unknown }
  return isBusinessErrorCode(code) ? code : null
}

/**
 * Calls a service.
 * @throws ApplicationFailure, not retryable, with the code as its type, for a typed refusal
 * @throws whatever else the call throws, for Temporal to retry
 */
export const failOnBusinessError = async <T>(call: Promise<T>): Promise<T> => {
  try {
    return await call
  } catch (error) {
    const code = getBusinessErrorCode(error)
    if (code === null) throw error
    throw businessFailure(code, (error as Error).message)
  }
}
