'use server'

import { defineAction } from '@/app/_server/api/define'
import { createApiToken, revokeApiToken } from '@/app/_server/people/api-tokens'
import { invitePerson, renewInvitation } from '@/app/_server/people/invite-person'
import {
  banPerson,
  revokeAllSessions,
  setPersonGroups,
  setRole,
  unbanPerson,
} from '@/app/_server/people/people-change'
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
