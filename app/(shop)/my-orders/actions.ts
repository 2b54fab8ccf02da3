'use server'

import { redirect } from 'next/navigation'
import { defineAction } from '@/app/_server/http/define'
import { signOut } from '@/app/_server/verbs/sign-out'
import { Nothing } from '@/temporal/contract/schemas/people'

const endSession = defineAction(Nothing, signOut, { auth: 'optional' })

export const leave = async (): Promise<void> => {
  await endSession(null, {})
  redirect('/sign-in')
}
