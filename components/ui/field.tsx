import CircleAlert from 'lucide-react/icons/circle-alert'
import { cloneElement, type ReactElement, type ReactNode, useId } from 'react'
import { cx } from './cx'

interface ControlProps {
  id?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

interface Props {
  label: ReactNode
  /** What is wrong with what was typed, and what would be right. */
  error?: string | null
  hint?: ReactNode
  /** Marks a field that may stay empty, in the language of the page where it is not English. */
  optional?: boolean | string
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean
  id?: string
  className?: string
  /** One control: Input, Textarea, Select or any element that takes an id. */
  children: ReactElement<ControlProps>
}

/** Label, control, hint and error as one thing, tied together for screen readers. */
export const Field = ({ label, error, hint, optional, hideLabel, id, className, children }: Props) => {
  const fallback = useId()
  const controlId = id ?? children.props.id ?? fallback
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
