import type { FormAction } from '@/components/ui/form/form-state'
import type { Role } from '@/temporal/contract/auth/actor'

/** A member of the staff. */
export interface Member {
  id: string
  name: string
  role: Role
}

/** A candidate group. */
export interface Group {
  id: string
  name: string
  members: Member[]
  /** Number of open cases that wait for it. */
  openCases: number
  /** The settings refer to it: for orders that need an approval, or for escalation. */
  isAskedByDefault: boolean
  /** Members who may decide. */
  deciders: number
}

/** Actions that change a group. */
export interface GroupActions {
  rename: FormAction
  remove: FormAction
  addPerson: FormAction
  removePerson: FormAction
}
