/** How a service's refusal becomes a failure that a workflow compensates instead of retrying. */

import { ApplicationFailure } from '@temporalio/common'
import type { BusinessRefusal } from '../contract/errors'
import { isBusinessRefusal } from '../contract/errors'

/** A failure that no retry can mend; its type is the code. */
export const refusal = (code: BusinessRefusal, message: string): ApplicationFailure =>
  ApplicationFailure.nonRetryable(message, code)

const codeOf = (error: unknown): BusinessRefusal | null => {
  if (!(error instanceof Error) || error.name !== 'ServiceRefusal') return null
  const { code } = error as Error & { code?: unknown }
  return isBusinessRefusal(code) ? code : null
}

/**
 * Calls a service.
 * @throws ApplicationFailure, not retryable, with the code as its type, for a typed refusal
 * @throws whatever else the call throws, for Temporal to retry
 */
export const asking = async <T>(call: Promise<T>): Promise<T> => {
  try {
    return await call
  } catch (error) {
    const code = codeOf(error)
    if (code === null) throw error
    throw refusal(code, (error as Error).message)
  }
}
