import type { ComponentProps } from 'react'
import { SubmitButton } from './submit-button'

interface Props extends ComponentProps<typeof SubmitButton> {
  /** Given for forms that stay as they are after a success: says that the last submission was saved. */
  isSaved?: boolean
}

/** The last row of a form: its button, and whether it was saved. */
export const SubmitRow = ({ isSaved, ...button }: Props) => (
  <p className="flex items-center gap-3">
    <SubmitButton {...button} />
    {isSaved !== undefined && (
      <span role="status" className="text-good">
        {isSaved && 'Saved'}
      </span>
    )}
  </p>
)
