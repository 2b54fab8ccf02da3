'use server'

import { defineAction } from '@/app/_server/http/define'
import { createToken, revokeToken } from '@/app/_server/verbs/api-tokens'
import {
  banPerson,
  endSessions,
  setPersonGroups,
  setRole,
  unbanPerson,
} from '@/app/_server/verbs/people-change'
import { invitePerson, renewInvitation } from '@/app/_server/verbs/people-invite'
import {
  BanPerson,
  CreateToken,
  InvitePerson,
  PersonOnly,
  RevokeToken,
  SetGroups,
  SetRole,
} from '@/temporal/contract/schemas/people'
import { keepingTyped } from '../keeping-typed'
import { refreshing } from '../refreshing'

export const invite = keepingTyped(
  ['email', 'name', 'role', 'groups'],
  defineAction(InvitePerson, invitePerson),
)
export const renew = keepingTyped([], defineAction(PersonOnly, renewInvitation))
export const changeRole = keepingTyped(['role'], defineAction(SetRole, setRole))
export const changeGroups = keepingTyped(['groups'], defineAction(SetGroups, setPersonGroups))
export const ban = keepingTyped(['reason', 'until'], defineAction(BanPerson, banPerson))
export const unban = refreshing(defineAction(PersonOnly, unbanPerson))
export const signOutEverywhere = refreshing(defineAction(PersonOnly, endSessions))
export const makeToken = keepingTyped(['name', 'role', 'days'], defineAction(CreateToken, createToken))
export const endToken = refreshing(defineAction(RevokeToken, revokeToken))
