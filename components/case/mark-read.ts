/** Reports to the server what somebody has read. */

import { callApi } from '@/components/api/api-client'
import type { CaseReadMark } from '@/temporal/contract/cases/case'

/** True once the server has stored the marks. A lost mark is no error: the next visit reports it again. */
export const markRead = (cases: readonly CaseReadMark[]): Promise<boolean> =>
  callApi('seeCases', { cases: [...cases] }).then(
    () => true,
    () => false,
  )
