/** Tells the server what somebody has seen. */

import type { CaseReadMark } from '@/temporal/contract/cases/case'

const TIMEOUT_MS = 15_000

/** True once the server has it. A mark that was lost is no error: the next look says it again. */
export const markRead = async (cases: readonly CaseReadMark[]): Promise<boolean> => {
  try {
    const { ok } = await fetch('/api/v1/cases/seen', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ cases }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return ok
  } catch {
    return false
  }
}
