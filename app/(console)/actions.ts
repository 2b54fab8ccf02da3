'use server'

import { randomUUID } from 'node:crypto'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAction } from '@/app/_server/api/define'
import { signOut } from '@/app/_server/auth/sign-out'
import { assignCase } from '@/app/_server/cases/assign-case'
import { claimCase } from '@/app/_server/cases/claim-case'
import { commentCase } from '@/app/_server/cases/comment-case'
import { decideCase } from '@/app/_server/cases/decide-case'
import { releaseCase } from '@/app/_server/cases/release-case'
import { cancelOrder as cancelOrderVerb } from '@/app/_server/orders/cancel-order'
import type { CaseFormState } from '@/components/case/case-actions'
import { paths } from '@/temporal/contract/paths'
import type { ActionResult } from '@/temporal/contract/problem'
import { AssignCase, CommentCase, DecideCase, UpdateCase } from '@/temporal/contract/schemas/case'
import { CancelOrder } from '@/temporal/contract/schemas/order'
import { EmptyForm } from '@/temporal/contract/schemas/people'

/** A form that was sent is one press. */
const requestKey = z.string().default(() => randomUUID())

/** Gives the words back with the answer, so that a refusal loses nothing. */
const withDraft =
  <T>(field: string, action: (before: null, form: FormData) => Promise<ActionResult<T>>) =>
  async (_before: unknown, form: FormData): Promise<CaseFormState<T>> => ({
    ...(await action(null, form)),
    draft: String(form.get(field) ?? ''),
  })

export const decide = withDraft('comment', defineAction(DecideCase, decideCase))
export const claim = defineAction(UpdateCase.extend({ requestKey }), claimCase)
export const release = defineAction(UpdateCase.extend({ requestKey }), releaseCase)
export const assign = defineAction(AssignCase.extend({ requestKey }), assignCase)
export const comment = withDraft('text', defineAction(CommentCase.extend({ requestKey }), commentCase))
export const cancelOrder = withDraft('reason', defineAction(CancelOrder, cancelOrderVerb))

const endSession = defineAction(EmptyForm, signOut, { auth: 'optional' })

export const signOutAndRedirect = async (): Promise<void> => {
  await endSession(null, {})
  redirect(paths.signIn())
}
