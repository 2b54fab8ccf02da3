import { Checkbox } from '@/components/ui/checkbox'

/** Groups to be in, as boxes; works as a plain form. */
export const GroupCheckboxes = ({
  groups,
  chosen,
  error,
}: {
  groups: readonly { id: string; name: string }[]
  chosen: readonly string[]
  error?: string | undefined
}) => (
  <fieldset>
    <legend className="font-medium">Groups</legend>
    {groups.length === 0 && <p className="text-muted">There are no groups yet.</p>}
    <div className="mt-1 flex flex-wrap gap-x-5">
      {groups.map(({ id, name }) => (
        <Checkbox
          key={id}
          name="groups"
          value={id}
          label={name}
          defaultChecked={chosen.includes(id)}
          className="min-h-8"
        />
      ))}
    </div>
    {error && (
      <p role="alert" className="text-bad">
        {error}
      </p>
    )}
  </fieldset>
)
