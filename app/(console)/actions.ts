'use server'

import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { defineAction } from '@/app/_server/api/define-action'
import { assignCase } from '@/app/_server/cases/assign-case'
import { claimCase } from '@/app/_server/cases/claim-case'
import { commentCase } from '@/app/_server/cases/comment-case'
import { decideCase } from '@/app/_server/cases/decide-case'
import { releaseCase } from '@/app/_server/cases/release-case'
import { retryCase } from '@/app/_server/cases/retry-case'
import { retryParkedCases } from '@/app/_server/cases/retry-parked-cases'
import { takeOverCase } from '@/app/_server/cases/take-over-case'
import { cancelOrder as requestOrderCancel } from '@/app/_server/orders/cancel-order'
import {
  AssignCase,
  CaseMutationInput,
  CommentCase,
  DecideCase,
} from '@/temporal/contract/schemas/case-request'
import { CancelOrder } from '@/temporal/contract/schemas/order-request'
import { EmptyQuery } from '@/temporal/contract/schemas/query-request'
import { revalidateAfter, withFormValues } from './_lib/form-action'

/** Each submission of a form is a request of its own. */
const requestKey = z.string().default(() => randomUUID())
const CaseForm = CaseMutationInput.extend({ requestKey })

export const decide = withFormValues(defineAction(DecideCase, decideCase, { action: 'case.decide' }), [
  'comment',
])
export const claim = withFormValues(defineAction(CaseForm, claimCase, { action: 'case.claim' }), [])
export const release = withFormValues(defineAction(CaseForm, releaseCase, { action: 'case.release' }), [])
export const assign = withFormValues(
  defineAction(AssignCase.extend({ requestKey }), assignCase, { action: 'case.assign' }),
  [],
)
export const comment = withFormValues(
  defineAction(CommentCase.extend({ requestKey }), commentCase, { action: 'case.comment' }),
  ['text'],
)
export const takeOver = withFormValues(defineAction(CaseForm, takeOverCase, { action: 'case.takeOver' }), [])
export const cancelOrder = withFormValues(defineAction(CancelOrder, requestOrderCancel), ['reason'])
export const retry = withFormValues(defineAction(CaseForm, retryCase, { action: 'case.retry' }), [])
export const retryParked = revalidateAfter(
  defineAction(EmptyQuery, retryParkedCases, { action: 'case.retryAll' }),
)
