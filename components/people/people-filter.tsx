import Search from 'lucide-react/icons/search'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/form/select-field'
import { TextField } from '@/components/ui/form/text-field'
import { roleOptions } from '@/components/ui/role-labels'
import { ROLES } from '@/temporal/contract/auth/actor'
import * as paths from '@/temporal/contract/paths'
import { ACCOUNT_STATUSES } from '@/temporal/contract/people/people'
import { ACCOUNT_STATUS_LABEL } from './account-status-labels'
import type { PeopleQuery } from './people-query'

const ROLE_OPTIONS = [{ value: 'staff', label: 'All staff' }, ...roleOptions(ROLES.toReversed())]
const STATUS_OPTIONS = [
  { value: '', label: 'Any' },
  ...ACCOUNT_STATUSES.map((status) => ({ value: status, label: ACCOUNT_STATUS_LABEL[status][0] })),
]

/** Filters of the list of accounts: a GET form. */
export const PeopleFilter = ({ query }: { query: PeopleQuery }) => (
  <search aria-label="People">
    <form action={paths.people()} className="flex flex-wrap items-end gap-2">
      {query.sort !== 'name' && <input type="hidden" name="sort" value={query.sort} />}
      <TextField
        name="q"
        label="Name or e-mail"
        className="min-w-48 flex-1"
        type="search"
        initial={query.q}
        maxLength={80}
        autoComplete="off"
      />
      <SelectField name="role" label="Role" className="w-36" options={ROLE_OPTIONS} initial={query.role} />
      <SelectField
        name="status"
        label="Status"
        className="w-32"
        options={STATUS_OPTIONS}
        initial={query.status}
      />
      <Button type="submit">
        <Search aria-hidden />
        Find
      </Button>
    </form>
  </search>
)
