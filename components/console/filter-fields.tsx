import { priorityWord, RAISED_PRIORITIES } from '@/components/case/priority'
import { type GroupOfPeople, useViewing } from '@/components/case/viewer'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { STATE_WORD } from '@/components/ui/state-words'
import { DUE_FILTERS, UNASSIGNED } from '@/temporal/contract/cases/case-filter'
import { isTerminal } from '@/temporal/contract/states'
import { statesOf } from './inbox-filters'
import { type InboxState, mayFilterAssignee } from './inbox-state'
import { DUE_WORD } from './list-words'

interface Choice {
  value: string
  word: string
}

const Choose = ({
  label,
  name,
  value,
  any,
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
      <option value="">{any}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.word}
        </option>
      ))}
    </Select>
  </Field>
)

const AmountInput = ({ label, name, value }: { label: string; name: string; value: number | null }) => (
  <Field label={label} className="min-w-0 flex-1">
    <Input name={name} type="number" inputMode="decimal" min={0} step="0.01" defaultValue={value ?? ''} />
  </Field>
)

const DayInput = ({ label, name, value }: { label: string; name: string; value: string | null }) => (
  <Field label={label} className="min-w-0 flex-1">
    <Input name={name} type="date" defaultValue={value ?? ''} />
  </Field>
)

/** The members of all groups, each once, by name. */
const peopleOf = (groups: readonly GroupOfPeople[]): Choice[] => {
  const names = new Map(groups.flatMap(({ members }) => members.map(({ id, name }) => [id ?? '', name])))
  return [...names].map(([value, word]) => ({ value, word })).sort((a, b) => a.word.localeCompare(b.word))
}

/** Everything a list can be narrowed by. Only approvals have groups, priorities and deadlines. */
export const FilterFields = ({ state }: { state: InboxState }) => {
  const { groups } = useViewing()
  const states = statesOf(state.kind).filter((one) => isTerminal(one) === (state.tab === 'closed'))
  return (
    <>
      <Choose
        label="State"
        name="state"
        value={state.state}
        any="Any state"
        choices={states.map((value) => ({ value, word: STATE_WORD[value] }))}
      />
      {mayFilterAssignee(state) && (
        <Choose
          label="Assignee"
          name="assignee"
          value={state.assignee}
          any="Anybody"
          choices={[{ value: UNASSIGNED, word: 'Unassigned' }, ...peopleOf(groups)]}
        />
      )}
      {state.kind === 'approval' && (
        <>
          <Choose
            label="Group"
            name="group"
            value={state.group}
            any="Any group"
            choices={groups.map(({ id, name }) => ({ value: id, word: name }))}
          />
          <Choose
            label="Priority"
            name="priority"
            value={state.priority}
            any="Any priority"
            choices={RAISED_PRIORITIES.map((value) => ({
              value: String(value),
              word: `${priorityWord(value)} or higher`,
            }))}
          />
          <Choose
            label="Due"
            name="due"
            value={state.due}
            any="Any time"
            choices={DUE_FILTERS.map((value) => ({ value, word: DUE_WORD[value] }))}
          />
        </>
      )}
      <div className="flex gap-2">
        <DayInput label="Created from (UTC)" name="from" value={state.from} />
        <DayInput label="to" name="to" value={state.to} />
      </div>
      <div className="flex gap-2">
        <AmountInput label="Amount from" name="minAmount" value={state.minAmount} />
        <AmountInput label="to" name="maxAmount" value={state.maxAmount} />
      </div>
    </>
  )
}
