'use server'

import { redirect } from 'next/navigation'
import { defineAction } from '@/app/_server/api/define-action'
import { acceptInvitation } from '@/app/_server/auth/accept-invitation'
import { type FormState, pickFormValues } from '@/components/ui/form/form-state'
import { isStaffRole } from '@/temporal/contract/auth/actor'
import * as paths from '@/temporal/contract/paths'
import { AcceptInvitation } from '@/temporal/contract/schemas/people-request'

const acceptAction = defineAction(AcceptInvitation, acceptInvitation, { auth: 'optional' })

/** Sets name and password and redirects to the start page of the role. A refusal keeps the name. */
export const submitInvitation = async (_previous: unknown, form: FormData): Promise<FormState> => {
  const result = await acceptAction(null, form)
  if (!result.ok) return { ...result, values: pickFormValues(form, ['name']) }
  if (!result.value.isSignedIn) redirect(paths.signIn({ set: 1 }))
  redirect(isStaffRole(result.value.role) ? paths.inbox() : paths.myOrders())
}
