'use server'

import { defineAction } from '@/app/_server/http/define'
import { changePassword } from '@/app/_server/verbs/account-password'
import { revokeOtherSessions, revokeSession } from '@/app/_server/verbs/account-sessions'
import { ChangePassword, Nothing, RevokeSession } from '@/temporal/contract/schemas/people'
import { refreshing } from '../refreshing'

export const setPassword = refreshing(defineAction(ChangePassword, changePassword))
export const revoke = refreshing(defineAction(RevokeSession, revokeSession))
export const revokeOthers = refreshing(defineAction(Nothing, revokeOtherSessions))
