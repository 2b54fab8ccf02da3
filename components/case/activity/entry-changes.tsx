import ArrowRight from 'lucide-react/icons/arrow-right'
import { ClockTime } from '@/components/ui/clock-time'
import { UserText } from '@/components/ui/user-text'
import type { Change, Value } from './entry-labels'

const ChangeValue = ({ value }: { value: Value }) =>
  typeof value === 'string' ? <UserText>{value}</UserText> : <ClockTime at={value.at} />

/** Changes by an entry, such as `State Open → Claimed`. */
export const EntryChanges = ({ changes }: { changes: readonly Change[] }) =>
  changes.length > 0 && (
    <p className="flex flex-wrap gap-x-4 text-xs leading-5 text-faint">
      {changes.map(({ field, from, to }) => (
        <span key={field} className="inline-flex flex-wrap items-center gap-x-1">
          {field}
          <span className="sr-only"> changed from</span>
          <span className="line-through decoration-line-strong">
            <ChangeValue value={from} />
          </span>
          <ArrowRight aria-hidden className="size-3" />
          <span className="sr-only">to</span>
          <span className="text-muted">
            <ChangeValue value={to} />
          </span>
        </span>
      ))}
    </p>
  )
