import Minus from 'lucide-react/icons/minus'
import Plus from 'lucide-react/icons/plus'
import type { KeyboardEvent } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { WHOLE_NUMBER_FIELD } from '@/components/ui/input'

interface Props {
  name: string
  label: string
  lessLabel: string
  moreLabel: string
  /** What stands in the field. */
  typed: string
  /** The quantity that it means; 0 where it is no number. */
  value: number
  max: number
  isInvalid: boolean
  /** Id of the message about the field. */
  describedBy: string
  onChange: (typed: string) => void
}

/** Buttons that need JavaScript; hidden without it. */
const STEP = 'noscript:hidden'

/** Change of the value by a key. */
const KEY_STEPS: Record<string, number> = { ArrowUp: 1, ArrowDown: -1 }

/** A number field between two buttons. Without JavaScript the field works alone. */
export const QuantityStepper = (props: Props) => {
  const { name, label, lessLabel, moreLabel, typed, value, max, isInvalid, describedBy, onChange } = props
  const step = (by: number) => onChange(String(Math.min(Math.max(value + by, 0), max)))
  const onKeyDown = (event: KeyboardEvent) => {
    const by = KEY_STEPS[event.key]
    if (by === undefined || event.nativeEvent.isComposing) return
    event.preventDefault()
    step(by)
  }
  return (
    <div className="flex items-center gap-1">
      <IconButton
        icon={Minus}
        variant="neutral"
        className={STEP}
        label={lessLabel}
        disabled={value === 0}
        onClick={() => step(-1)}
      />
      <input
        {...WHOLE_NUMBER_FIELD}
        role="spinbutton"
        id={name}
        name={name}
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-invalid={isInvalid || undefined}
        aria-describedby={describedBy}
        value={typed}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={onKeyDown}
        onFocus={(event) => event.target.select()}
        onBlur={() => !isInvalid && onChange(String(value))}
        className="h-control w-12 rounded-md border border-line-strong bg-surface text-center text-base tabular-nums focus-visible:outline-offset-0 aria-invalid:border-bad"
      />
      <IconButton
        icon={Plus}
        variant="neutral"
        className={STEP}
        label={moreLabel}
        disabled={value >= max}
        onClick={() => step(1)}
      />
    </div>
  )
}
