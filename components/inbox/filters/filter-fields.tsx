import { priorityLabel, RAISED_PRIORITIES } from '@/components/case/priority-labels'
import { type GroupWithMembers, useViewer } from '@/components/case/viewer-context'
import { Field } from '@/components/ui/form/field'
import { DECIMAL_FIELD, Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { STATE_LABEL } from '@/components/ui/state-labels'
import { DUE_FILTERS, UNASSIGNED } from '@/temporal/contract/cases/case-filter'
import { isTerminal, STATES_BY_KIND } from '@/temporal/contract/states'
import { canFilterAssignee, type InboxState } from '../inbox-state'
import { DUE_LABEL } from '../list-labels'

interface Choice {
  value: string
  label: string
}

const FilterSelect = ({
  label,
  name,
  value,
  any: anyLabel,
  choices,
}: {
  label: string
  name: string
  value: string | number | null
  any: string
  choices: Choice[]
}) => (
  <Field label={label}>
    <Select name={name} defaultValue={value ?? ''}>
      <option value="">{anyLabel}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </Select>
  </Field>
)

const AMOUNT_HINT_ID = 'amount-filter-hint'

const AmountInput = ({ label, name, value }: { label: string; name: string; value: number | null }) => (
  <Field label={label} className="min-w-0 flex-1">
    <Input {...DECIMAL_FIELD} name={name} defaultValue={value ?? ''} aria-describedby={AMOUNT_HINT_ID} />
  </Field>
)

const DayInput = ({ label, name, value }: { label: string; name: string; value: string | null }) => (
  <Field label={label} className="min-w-0 flex-1">
    <Input name={name} type="date" defaultValue={value ?? ''} />
  </Field>
)

/** The members of all groups, each once, by name. */
const toMembers = (groups: readonly GroupWithMembers[]): Choice[] => {
  const names = new Map(groups.flatMap(({ members }) => members.map(({ id, name }) => [id ?? '', name])))
  return [...names].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label))
}

/** The fields of all filters. Only approvals have groups, priorities and deadlines. */
export const FilterFields = ({ state }: { state: InboxState }) => {
  const { groups } = useViewer()
  const states = STATES_BY_KIND[state.kind].filter((one) => isTerminal(one) === (state.tab === 'closed'))
  return (
    <>
      <FilterSelect
        label="State"
        name="state"
        value={state.state}
        any="Any state"
        choices={states.map((value) => ({ value, label: STATE_LABEL[value] }))}
      />
      {canFilterAssignee(state) && (
        <FilterSelect
          label="Assignee"
          name="assignee"
          value={state.assignee}
          any="Anybody"
          choices={[{ value: UNASSIGNED, label: 'Unassigned' }, ...toMembers(groups)]}
        />
      )}
      {state.kind === 'approval' && (
        <>
          <FilterSelect
            label="Group"
            name="group"
            value={state.group}
            any="Any group"
            choices={groups.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <FilterSelect
            label="Priority"
            name="priority"
            value={state.priority}
            any="Any priority"
            choices={RAISED_PRIORITIES.map((value) => ({
              value: String(value),
              label: `${priorityLabel(value)} or higher`,
            }))}
          />
          <FilterSelect
            label="Due"
            name="due"
            value={state.due}
            any="Any time"
            choices={DUE_FILTERS.map((value) => ({ value, label: DUE_LABEL[value] }))}
          />
        </>
      )}
      <div className="flex gap-2">
        <DayInput label="Created from" name="from" value={state.from} />
        <DayInput label="to" name="to" value={state.to} />
      </div>
      <div className="flex gap-2">
        <AmountInput label="Amount from" name="minAmount" value={state.minAmount} />
        <AmountInput label="to" name="maxAmount" value={state.maxAmount} />
      </div>
      <p id={AMOUNT_HINT_ID} className="-mt-2 text-[0.875em] text-muted">
        With two decimals, whatever the currency: 100 means $100.00 and ¥10,000.
      </p>
    </>
  )
}
