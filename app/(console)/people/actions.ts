'use server'

import { defineAction } from '@/app/_server/api/define'
import { banPerson } from '@/app/_server/people/ban-person'
import { createApiToken } from '@/app/_server/people/create-api-token'
import { invitePerson } from '@/app/_server/people/invite-person'
import { renewInvitation } from '@/app/_server/people/renew-invitation'
import { revokeAllSessions } from '@/app/_server/people/revoke-all-sessions'
import { revokeApiToken } from '@/app/_server/people/revoke-api-token'
import { setPersonGroups } from '@/app/_server/people/set-person-groups'
import { setRole } from '@/app/_server/people/set-role'
import { unbanPerson } from '@/app/_server/people/unban-person'
import {
  BanPerson,
  CreateToken,
  InvitePerson,
  PersonRef,
  RevokeToken,
  SetGroups,
  SetRole,
} from '@/temporal/contract/schemas/people'
import { withFormDraft } from '../_lib/form-draft'
import { revalidateAfter } from '../_lib/revalidate'

export const invite = withFormDraft(
  ['email', 'name', 'role', 'groups'],
  defineAction(InvitePerson, invitePerson),
)
export const renew = withFormDraft([], defineAction(PersonRef, renewInvitation))
export const changeRole = withFormDraft(['role'], defineAction(SetRole, setRole))
export const changeGroups = withFormDraft(['groups'], defineAction(SetGroups, setPersonGroups))
export const ban = withFormDraft(['reason', 'until'], defineAction(BanPerson, banPerson))
export const unban = revalidateAfter(defineAction(PersonRef, unbanPerson))
export const signOutEverywhere = revalidateAfter(defineAction(PersonRef, revokeAllSessions))
export const makeToken = withFormDraft(['name', 'role', 'days'], defineAction(CreateToken, createApiToken))
export const endToken = revalidateAfter(defineAction(RevokeToken, revokeApiToken))
