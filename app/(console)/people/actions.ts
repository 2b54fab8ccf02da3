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
import { revalidateAfter } from '../_lib/form-action'

export const invite = revalidateAfter(defineAction(InvitePerson, invitePerson), [
  'email',
  'name',
  'role',
  'groups',
])
export const renew = revalidateAfter(defineAction(PersonRef, renewInvitation))
export const changeRole = revalidateAfter(defineAction(SetRole, setRole), ['role'])
export const changeGroups = revalidateAfter(defineAction(SetGroups, setPersonGroups), ['groups'])
export const ban = revalidateAfter(defineAction(BanPerson, banPerson), ['reason', 'until'])
export const unban = revalidateAfter(defineAction(PersonRef, unbanPerson))
export const signOutEverywhere = revalidateAfter(defineAction(PersonRef, revokeAllSessions))
export const makeToken = revalidateAfter(defineAction(CreateToken, createApiToken), ['name', 'role', 'days'])
export const endToken = revalidateAfter(defineAction(RevokeToken, revokeApiToken))
