'use server'

import { defineAction } from '@/app/_server/api/define-action'
import { addGroupMember } from '@/app/_server/people/add-group-member'
import { createGroup } from '@/app/_server/people/create-group'
import { deleteGroup } from '@/app/_server/people/delete-group'
import { removeGroupMember } from '@/app/_server/people/remove-group-member'
import { renameGroup } from '@/app/_server/people/rename-group'
import {
  CreateGroup,
  DeleteGroup,
  GroupMember,
  RenameGroup,
} from '@/temporal/contract/schemas/people-request'
import { revalidateAfter } from '../_lib/form-action'

export const create = revalidateAfter(defineAction(CreateGroup, createGroup, { action: 'group.manage' }), [
  'name',
])
export const rename = revalidateAfter(defineAction(RenameGroup, renameGroup, { action: 'group.manage' }), [
  'name',
])
export const remove = revalidateAfter(defineAction(DeleteGroup, deleteGroup, { action: 'group.manage' }))
export const addPerson = revalidateAfter(
  defineAction(GroupMember, addGroupMember, { action: 'group.manage' }),
)
export const removePerson = revalidateAfter(
  defineAction(GroupMember, removeGroupMember, { action: 'group.manage' }),
)
