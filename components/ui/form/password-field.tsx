import { Input } from '../input'
import { Field } from './field'
import { type NamedFieldProps, splitFieldProps } from './named-field'

interface Props extends NamedFieldProps {
  /** Length in characters that a new password needs; absent for the present one. */
  newMinLength?: number
}

/** A password. It is required, and empty again after each submission. */
export const PasswordField = ({ newMinLength, ...props }: Props) => {
  const { frame, control } = splitFieldProps(props)
  return (
    <Field {...frame} hint={newMinLength && `At least ${newMinLength} characters`}>
      <Input
        {...control}
        type="password"
        autoComplete={newMinLength ? 'new-password' : 'current-password'}
        minLength={newMinLength}
        required
      />
    </Field>
  )
}
