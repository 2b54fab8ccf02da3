'use server'

import { defineAction } from '@/app/_server/http/define'
import { createGroup, deleteGroup, renameGroup } from '@/app/_server/verbs/groups'
import { addMember, removeMember } from '@/app/_server/verbs/groups-members'
import { CreateGroup, GroupMember, GroupOnly, RenameGroup } from '@/temporal/contract/schemas/people'
import { refreshing } from '../refreshing'

export const create = refreshing(defineAction(CreateGroup, createGroup))
export const rename = refreshing(defineAction(RenameGroup, renameGroup))
export const remove = refreshing(defineAction(GroupOnly, deleteGroup))
export const addPerson = refreshing(defineAction(GroupMember, addMember))
export const removePerson = refreshing(defineAction(GroupMember, removeMember))
