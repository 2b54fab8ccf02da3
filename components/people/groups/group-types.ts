import type { Role } from '@/temporal/contract/auth/actor'
import type { FormAction } from '../../ui/form-result'

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
  /** Open cases that are asked of it. */
  openCases: number
  /** The settings name it: orders that need an approval, or deadlines that pass, ask it. */
  isAskedByDefault: boolean
}

/** What may be done to a group; each works as a plain form. */
export interface GroupActions {
  rename: FormAction
  remove: FormAction
  addPerson: FormAction
  removePerson: FormAction
}
