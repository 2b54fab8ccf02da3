import type { ComponentProps } from 'react'
import { Input } from '../input'
import { Field } from './field'
import { fieldValue } from './form-state'
import { type NamedFieldProps, splitFieldProps } from './named-field'

interface Props
  extends NamedFieldProps,
    Omit<ComponentProps<'input'>, keyof NamedFieldProps | 'defaultValue' | 'children'> {
  initial?: string | undefined
}

/** A line of text; after a refusal it shows what was submitted. */
export const TextField = ({ initial, ...props }: Props) => {
  const { frame, control } = splitFieldProps(props)
  const value = fieldValue(props.form, props.name, initial)
  return (
    <Field {...frame}>
      <Input key={value} {...control} defaultValue={value} />
    </Field>
  )
}
