import type { ComponentProps } from 'react'
import type { Problem } from '@/temporal/contract/problem'
import { ProblemNote } from './problem-note'
import { type FormHandle, isUndelivered } from './use-form'

interface Props extends Omit<ComponentProps<'form'>, 'action' | 'hidden'> {
  form: FormHandle
  /** Values that the person does not enter, such as ids. */
  hidden?: Readonly<Record<string, string>>
  /** The problem above the fields. By default the last one, unless the fields show its errors. */
  problem?: Problem | null
  /** Beside the problem: what was not lost. */
  kept?: string
}

/** A form with its hidden values and its problem. Works without JavaScript. */
export const Form = ({
  form,
  hidden = {},
  problem = form.problem?.errors ? null : form.problem,
  kept,
  children,
  ...rest
}: Props) => (
  <form
    {...rest}
    action={form.submit}
    // React clears a form after its action; what did not arrive must stay.
    onReset={(event) => isUndelivered(form) && event.preventDefault()}
  >
    {Object.entries(hidden).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    {problem && <ProblemNote problem={problem} kept={isUndelivered(form) ? undefined : kept} />}
    {children}
  </form>
)
