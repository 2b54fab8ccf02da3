'use server'

import { redirect } from 'next/navigation'
import { defineAction } from '@/app/_server/api/define-action'
import { signOut } from '@/app/_server/auth/sign-out'
import * as paths from '@/temporal/contract/paths'
import { EmptyForm } from '@/temporal/contract/schemas/people-request'

const endSession = defineAction(EmptyForm, signOut, { auth: 'optional' })

/** Ends the session and redirects to sign-in. */
export const signOutAndRedirect = async (): Promise<void> => {
  await endSession(null, {})
  redirect(paths.signIn())
}
