import type { ComponentProps } from 'react'
import { Select } from '../select'
import { Field } from './field'
import { fieldValue } from './form-state'
import { type NamedFieldProps, splitFieldProps } from './named-field'

export interface SelectOption {
  value: string
  label: string
  disabled?: boolean
}

interface Props
  extends NamedFieldProps,
    Omit<ComponentProps<'select'>, keyof NamedFieldProps | 'defaultValue' | 'children'> {
  options: readonly SelectOption[]
  initial?: string | undefined
}

/** A choice of one; after a refusal it shows what was submitted. */
export const SelectField = ({ options, initial, ...props }: Props) => {
  const { frame, control } = splitFieldProps(props)
  const value = fieldValue(props.form, props.name, initial)
  return (
    <Field {...frame}>
      <Select key={value} {...control} defaultValue={value}>
        {options.map(({ label, ...option }) => (
          <option key={option.value} {...option}>
            {label}
          </option>
        ))}
      </Select>
    </Field>
  )
}
