'use server'

import { redirect } from 'next/navigation'
import { defineAction } from '@/app/_server/api/define-action'
import { signOut } from '@/app/_server/auth/sign-out'
import * as paths from '@/temporal/contract/paths'
import { EmptyForm } from '@/temporal/contract/schemas/people-request'

const endSession = defineAction(EmptyForm, signOut, { auth: 'optional' })

/**
 * Ends the session and redirects to sign-in, where the browser drops what it kept. Where somebody else is signed in
 * by now, their session stays, and the start page shows whose it is.
 * @param actingAs id of the account whose page has the button
 */
export const signOutAndRedirect = async (actingAs: string): Promise<void> => {
  const result = await endSession(null, {}, actingAs)
  redirect(!result.ok && result.problem.code === 'SESSION_CHANGED' ? paths.home() : paths.signIn({ out: 1 }))
}
