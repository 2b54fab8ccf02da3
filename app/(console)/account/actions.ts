'use server'

import { defineAction } from '@/app/_server/http/define'
import { changePassword } from '@/app/_server/verbs/account-password'
import { revokeOtherSessions, revokeSession } from '@/app/_server/verbs/account-sessions'
import { createToken, revokeToken } from '@/app/_server/verbs/api-tokens'
import {
  ChangePassword,
  CreateToken,
  Nothing,
  RevokeSession,
  RevokeToken,
} from '@/temporal/contract/schemas/people'
import { keepingTyped } from '../keeping-typed'
import { refreshing } from '../refreshing'

export const setPassword = refreshing(defineAction(ChangePassword, changePassword))
export const revoke = refreshing(defineAction(RevokeSession, revokeSession))
export const revokeOthers = refreshing(defineAction(Nothing, revokeOtherSessions))
export const makeToken = keepingTyped(
  ['name', 'role', 'days'],
  defineAction(CreateToken.omit({ userId: true }), createToken),
)
export const endToken = refreshing(defineAction(RevokeToken, revokeToken))
