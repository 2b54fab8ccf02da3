'use server'

import { redirect } from 'next/navigation'
import { defineAction } from '@/app/_server/api/define-action'
import { signIn } from '@/app/_server/auth/sign-in'
import { type FormState, pickFormValues } from '@/components/ui/form/form-state'
import { STAFF_ROLES } from '@/temporal/contract/auth/actor'
import * as paths from '@/temporal/contract/paths'
import { SignIn } from '@/temporal/contract/schemas/people-request'
import { nextPath } from './next-path'

const signInAction = defineAction(SignIn, signIn, { auth: 'optional' })

/** Signs in and redirects to the page that asked for it. A refusal keeps the e-mail address. */
export const submitSignIn = async (_previous: unknown, form: FormData): Promise<FormState> => {
  const result = await signInAction(null, form)
  if (!result.ok) return { ...result, values: pickFormValues(form, ['email']) }
  const isStaffMember = STAFF_ROLES.includes(result.value.role)
  redirect(nextPath(form.get('next')) ?? (isStaffMember ? paths.inbox() : paths.myOrders()))
}
