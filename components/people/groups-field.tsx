import { CheckboxGroup } from '@/components/ui/form/checkbox-group'
import type { FormFields } from '@/components/ui/form/form-state'
import { isolateText } from '@/temporal/contract/text/isolate-text'

interface Props {
  form: FormFields
  groups: readonly { id: string; name: string }[]
  /** Ids of the groups that the person is in. */
  initial?: readonly string[]
}

/** The groups that a person is in. */
export const GroupsField = ({ form, groups, initial }: Props) => (
  <CheckboxGroup
    form={form}
    name="groups"
    label="Groups"
    options={groups.map(({ id, name }) => ({ value: id, label: isolateText(name) }))}
    initial={initial}
    empty="There are no groups yet."
  />
)
