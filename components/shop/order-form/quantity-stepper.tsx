import Minus from 'lucide-react/icons/minus'
import Plus from 'lucide-react/icons/plus'
import { IconButton } from '@/components/ui/icon-button'

interface Props {
  name: string
  label: string
  lessLabel: string
  moreLabel: string
  value: number
  max: number
  /** Error message; rendered by the parent with the id `<name>-error`. */
  error: string | undefined
  /** `isCut`: the typed quantity exceeded `max`. */
  onChange: (next: number, isCut: boolean) => void
}

const clamp = (value: number, max: number): number =>
  Math.min(Math.max(Number.isNaN(value) ? 0 : value, 0), max)

/** Buttons that need JavaScript; hidden without it. */
const STEP = 'noscript:hidden'

/** A number field between two buttons. Without JavaScript the field works alone. */
export const QuantityStepper = ({
  name,
  label,
  lessLabel,
  moreLabel,
  value,
  max,
  error,
  onChange,
}: Props) => (
  <div className="flex items-center gap-1">
    <IconButton
      icon={Minus}
      variant="neutral"
      className={STEP}
      label={lessLabel}
      disabled={value === 0}
      onClick={() => onChange(value - 1, false)}
    />
    <input
      type="number"
      inputMode="numeric"
      id={name}
      name={name}
      aria-label={label}
      aria-invalid={error !== undefined || undefined}
      aria-describedby={error === undefined ? undefined : `${name}-error`}
      min={0}
      max={max}
      value={value}
      onChange={({ target: { valueAsNumber } }) => onChange(clamp(valueAsNumber, max), valueAsNumber > max)}
      onFocus={(event) => event.target.select()}
      className="h-control w-12 rounded-md border border-line-strong bg-surface text-center text-base tabular-nums [appearance:textfield] focus-visible:outline-offset-0 aria-invalid:border-bad [&::-webkit-inner-spin-button]:appearance-none"
    />
    <IconButton
      icon={Plus}
      variant="neutral"
      className={STEP}
      label={moreLabel}
      disabled={value >= max}
      onClick={() => onChange(value + 1, false)}
    />
  </div>
)
