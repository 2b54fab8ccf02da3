'use server'

import { redirect } from 'next/navigation'
import { defineAction } from '@/app/_server/api/define'
import { signIn } from '@/app/_server/auth/sign-in'
import type { SignInFormState } from '@/components/account/sign-in-form'
import { paths } from '@/temporal/contract/paths'
import { STAFF_ROLES } from '@/temporal/contract/people/people'
import { SignIn } from '@/temporal/contract/schemas/people'
import { nextPath } from './next-path'

const enter = defineAction(SignIn, signIn, { auth: 'optional' })

/** Signs in and goes to where the person came from, or says why not and keeps the e-mail. */
export const submitSignIn = async (
  _before: SignInFormState | null,
  form: FormData,
): Promise<SignInFormState> => {
  const result = await enter(null, form)
  if (!result.ok) return { problem: result.problem, email: String(form.get('email') ?? '') }
  const isStaffMember = STAFF_ROLES.includes(result.value.role)
  redirect(nextPath(form.get('next')) ?? (isStaffMember ? paths.inbox() : paths.myOrders()))
}
