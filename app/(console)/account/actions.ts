'use server'

import { defineAction } from '@/app/_server/api/define-action'
import { changePassword } from '@/app/_server/auth/change-password'
import { revokeOtherSessions } from '@/app/_server/auth/revoke-other-sessions'
import { revokeSession } from '@/app/_server/auth/revoke-session'
import { setTimeZone } from '@/app/_server/auth/set-time-zone'
import { createApiToken } from '@/app/_server/people/create-api-token'
import { revokeApiToken } from '@/app/_server/people/revoke-api-token'
import {
  ChangePassword,
  CreateToken,
  EmptyForm,
  RevokeSession,
  RevokeToken,
  SetTimeZone,
} from '@/temporal/contract/schemas/people-request'
import { revalidateAfter } from '../_lib/form-action'

export const setZone = revalidateAfter(defineAction(SetTimeZone, setTimeZone, { action: 'account.own' }), [
  'zone',
])
export const setPassword = revalidateAfter(
  defineAction(ChangePassword, changePassword, { action: 'account.own' }),
)
export const revoke = revalidateAfter(defineAction(RevokeSession, revokeSession, { action: 'account.own' }))
export const revokeOthers = revalidateAfter(
  defineAction(EmptyForm, revokeOtherSessions, { action: 'account.own' }),
)
export const makeToken = revalidateAfter(
  defineAction(CreateToken.omit({ userId: true }), createApiToken, { action: 'token.own' }),
  ['name', 'role', 'days'],
)
export const endToken = revalidateAfter(defineAction(RevokeToken, revokeApiToken, { action: 'token.own' }))
