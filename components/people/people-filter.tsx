import Search from 'lucide-react/icons/search'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { paths } from '@/temporal/contract/paths'
import { ACCOUNT_STATUSES, ROLES } from '@/temporal/contract/people/people'
import { ROLE_LABEL } from '../ui/role-labels'
import { ACCOUNT_STATUS_LABEL } from './account-status-labels'
import type { PeopleQuery } from './people-query'

/** Who to list: a plain form whose answer is an address. */
export const PeopleFilter = ({ query }: { query: PeopleQuery }) => (
  <search aria-label="People">
    <form action={paths.people()} className="flex flex-wrap items-end gap-2">
      {query.sort !== 'name' && <input type="hidden" name="sort" value={query.sort} />}
      <Field label="Name or e-mail" className="min-w-48 flex-1">
        <Input name="q" type="search" defaultValue={query.q} maxLength={80} autoComplete="off" />
      </Field>
      <Field label="Role" className="w-36">
        <Select name="role" defaultValue={query.role}>
          <option value="staff">All staff</option>
          {ROLES.toReversed().map((role) => (
            <option key={role} value={role}>
              {ROLE_LABEL[role]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Status" className="w-32">
        <Select name="status" defaultValue={query.status ?? ''}>
          <option value="">Any</option>
          {ACCOUNT_STATUSES.map((status) => (
            <option key={status} value={status}>
              {ACCOUNT_STATUS_LABEL[status][0]}
            </option>
          ))}
        </Select>
      </Field>
      <Button type="submit">
        <Search aria-hidden />
        Find
      </Button>
    </form>
  </search>
)
