import type { ComponentProps } from 'react'
import { Select } from '@/components/ui/select'
import type { Role } from '@/temporal/contract/auth/actor'
import { ROLE_LABEL } from './role-labels'

interface Props extends Omit<ComponentProps<typeof Select>, 'name' | 'children'> {
  roles: readonly Role[]
}

/** The field `role` of a form, by what each role is called. Stands in a `Field`, which gives it id and error. */
export const RoleSelect = ({ roles, ...rest }: Props) => (
  <Select {...rest} name="role">
    {roles.map((role) => (
      <option key={role} value={role}>
        {ROLE_LABEL[role]}
      </option>
    ))}
  </Select>
)
