import type { FieldProps } from './field'
import type { FormFields } from './form-state'

/** Props of every field that reads its value and its error from a form. */
export interface NamedFieldProps extends Omit<FieldProps, 'children'> {
  /** Absent for forms that search: nothing is refused there. */
  form?: FormFields
  name: string
}

/** Separates the props of the frame (label, hint, error) from those of the control inside. */
export const splitFieldProps = <P extends NamedFieldProps>({
  form,
  label,
  hint,
  optional,
  hideLabel,
  id,
  className,
  error,
  ...control
}: P) => ({
  frame: { label, hint, optional, hideLabel, id, className, error: error ?? form?.errors[control.name] },
  control,
})
