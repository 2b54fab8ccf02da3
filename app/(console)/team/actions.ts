'use server'

import { defineAction } from '@/app/_server/api/define'
import { addGroupMember, removeGroupMember } from '@/app/_server/people/group-members'
import { createGroup, deleteGroup, renameGroup } from '@/app/_server/people/groups'
import { CreateGroup, GroupMember, GroupRef, RenameGroup } from '@/temporal/contract/schemas/people'
import { revalidateAfter } from '../_lib/form-action'

export const create = revalidateAfter(defineAction(CreateGroup, createGroup))
export const rename = revalidateAfter(defineAction(RenameGroup, renameGroup))
export const remove = revalidateAfter(defineAction(GroupRef, deleteGroup))
export const addPerson = revalidateAfter(defineAction(GroupMember, addGroupMember))
export const removePerson = revalidateAfter(defineAction(GroupMember, removeGroupMember))
