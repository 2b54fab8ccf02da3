import CircleAlert from 'lucide-react/icons/circle-alert'
import { cloneElement, type ReactElement, type ReactNode, useId } from 'react'
import { cx } from '../cx'

interface ControlProps {
  id?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

export interface FieldProps {
  label: ReactNode
  /** The problem with the value, and how to correct it. */
  error?: string | null | undefined
  hint?: ReactNode
  /** Marks a field that may stay empty; a string is the mark in the language of the page. */
  optional?: boolean | string
  /** Shows the label to screen readers only. */
  hideLabel?: boolean
  id?: string
  className?: string | undefined
  /** One control: Input, Textarea, Select or any element that takes an id. */
  children: ReactElement<ControlProps>
}

/** Label, control, hint and error, linked for screen readers. */
export const Field = ({ label, error, hint, optional, hideLabel, id, className, children }: FieldProps) => {
  const generatedId = useId()
  const controlId = id ?? children.props.id ?? generatedId
  const hintId = `${controlId}-hint`
  const errorId = `${controlId}-error`
  const describedBy = cx(hint ? hintId : null, error ? errorId : null)
  return (
    <div className={cx('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={controlId} className={hideLabel ? 'sr-only' : 'font-medium'}>
        {label}
        {optional && (
          <span className="font-normal text-muted"> ({optional === true ? 'optional' : optional})</span>
        )}
      </label>
      {cloneElement(children, {
        id: controlId,
        ...(describedBy && { 'aria-describedby': describedBy }),
        ...(error && { 'aria-invalid': true }),
      })}
      {hint && (
        <p id={hintId} className="text-[0.875em] text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={errorId} className="flex items-start gap-1.5 text-[0.875em] text-bad">
          <CircleAlert aria-hidden className="mt-[0.2em] size-[1.1em] shrink-0" />
          {error}
        </p>
      )}
    </div>
  )
}
