'use server'

import { defineAction } from '@/app/_server/api/define-action'
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
} from '@/temporal/contract/schemas/people-request'
import { revalidateAfter } from '../_lib/form-action'

export const invite = revalidateAfter(defineAction(InvitePerson, invitePerson, { action: 'user.manage' }), [
  'email',
  'name',
  'role',
  'groups',
])
export const renew = revalidateAfter(defineAction(PersonRef, renewInvitation, { action: 'user.manage' }))
export const changeRole = revalidateAfter(defineAction(SetRole, setRole, { action: 'user.manage' }), ['role'])
export const changeGroups = revalidateAfter(
  defineAction(SetGroups, setPersonGroups, { action: 'user.manage' }),
  ['groups'],
)
export const ban = revalidateAfter(defineAction(BanPerson, banPerson, { action: 'user.manage' }), [
  'reason',
  'until',
])
export const unban = revalidateAfter(defineAction(PersonRef, unbanPerson, { action: 'user.manage' }))
export const signOutEverywhere = revalidateAfter(
  defineAction(PersonRef, revokeAllSessions, { action: 'user.manage' }),
)
export const makeToken = revalidateAfter(defineAction(CreateToken, createApiToken, { action: 'token.own' }), [
  'name',
  'role',
  'days',
])
export const endToken = revalidateAfter(defineAction(RevokeToken, revokeApiToken, { action: 'token.own' }))
