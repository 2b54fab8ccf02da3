import { Checkbox } from '../checkbox'
import { type FormFields, fieldValues } from './form-state'

interface Props {
  form: FormFields
  name: string
  label: string
  options: readonly { value: string; label: string }[]
  /** Values that are ticked before the first submission. */
  initial?: readonly string[]
  /** Replaces the boxes where there are no options. */
  empty: string
}

/** A choice of several; after a refusal it shows what was submitted. */
export const CheckboxGroup = ({ form, name, label, options, initial, empty }: Props) => {
  const values = fieldValues(form, name, initial)
  const error = form.errors[name]
  return (
    <fieldset>
      <legend className="font-medium">{label}</legend>
      {options.length === 0 && <p className="text-muted">{empty}</p>}
      <div key={values.join()} className="mt-1 flex flex-wrap gap-x-5">
        {options.map((option) => (
          <Checkbox
            key={option.value}
            name={name}
            {...option}
            defaultChecked={values.includes(option.value)}
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
}
