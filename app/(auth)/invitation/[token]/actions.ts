'use server'

import { redirect } from 'next/navigation'
import { defineAction } from '@/app/_server/api/define'
import { acceptInvitation } from '@/app/_server/auth/accept-invitation'
import type { InvitationFormState } from '@/components/account/invitation-form'
import { paths } from '@/temporal/contract/paths'
import { isStaffRole } from '@/temporal/contract/people/people'
import { AcceptInvitation } from '@/temporal/contract/schemas/people'

const accept = defineAction(AcceptInvitation, acceptInvitation, { auth: 'optional' })

/** Sets name and password and goes where the role belongs, or says why not and keeps the name. Whoever could not be signed in does that next. */
export const submitInvitation = async (
  _before: InvitationFormState | null,
  form: FormData,
): Promise<InvitationFormState> => {
  const result = await accept(null, form)
  if (!result.ok) return { problem: result.problem, name: String(form.get('name') ?? '') }
  if (!result.value.isSignedIn) redirect(paths.signIn({ set: 1 }))
  redirect(isStaffRole(result.value.role) ? paths.inbox() : paths.myOrders())
}
