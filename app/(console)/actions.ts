'use server'

import { randomUUID } from 'node:crypto'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAction } from '@/app/_server/http/define'
import { assignCase } from '@/app/_server/verbs/assign-case'
import { cancelOrder as cancelOrderVerb } from '@/app/_server/verbs/cancel-order'
import { claimCase } from '@/app/_server/verbs/claim-case'
import { commentCase } from '@/app/_server/verbs/comment-case'
import { decideCase } from '@/app/_server/verbs/decide-case'
import { releaseCase } from '@/app/_server/verbs/release-case'
import { signOut } from '@/app/_server/verbs/sign-out'
import type { Posted } from '@/components/case/actions'
import type { ActionResult } from '@/temporal/contract/problem'
import { AssignCase, CommentCase, DecideCase, TouchCase } from '@/temporal/contract/schemas/case'
import { CancelOrder } from '@/temporal/contract/schemas/order'
import { Nothing } from '@/temporal/contract/schemas/people'

/** A form that was sent is one press. */
const requestKey = z.string().default(() => randomUUID())

/** Gives the words back with the answer, so that a refusal loses nothing. */
const keeping =
  <T>(field: string, action: (before: null, form: FormData) => Promise<ActionResult<T>>) =>
  async (_before: unknown, form: FormData): Promise<Posted<T>> => ({
    ...(await action(null, form)),
    words: String(form.get(field) ?? ''),
  })

export const decide = keeping('comment', defineAction(DecideCase, decideCase))
export const claim = defineAction(TouchCase.extend({ requestKey }), claimCase)
export const release = defineAction(TouchCase.extend({ requestKey }), releaseCase)
export const assign = defineAction(AssignCase.extend({ requestKey }), assignCase)
export const comment = keeping('text', defineAction(CommentCase.extend({ requestKey }), commentCase))
export const cancelOrder = keeping('reason', defineAction(CancelOrder, cancelOrderVerb))

const endSession = defineAction(Nothing, signOut, { auth: 'optional' })

export const leave = async (): Promise<void> => {
  await endSession(null, {})
  redirect('/sign-in')
}
