import { Kbd } from '@/components/ui/kbd'
import { capsOf, type Keys } from './keys'

/** Keys as caps beside a word; screen readers hear them from `aria-keyshortcuts` instead. */
export const KeyCaps = ({ keys, isMac, className }: { keys: Keys; isMac?: boolean; className?: string }) => (
  <span aria-hidden className={className}>
    {capsOf(keys, isMac).map((cap) => (
      <Kbd key={cap} className="ml-0.5">
        {cap}
      </Kbd>
    ))}
  </span>
)
