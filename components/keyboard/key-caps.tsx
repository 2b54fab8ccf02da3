'use client'

import { Kbd } from '@/components/ui/kbd'
import { isSingle, type Keys, toKeyCaps } from './keys'
import { useSingleKeys } from './single-keys'
import { useIsMac } from './use-is-mac'

/**
 * Keys as caps beside a label. Hidden while single keys are turned off, and from screen readers, which read
 * `aria-keyshortcuts`.
 */
export const KeyCaps = ({
  keys,
  className,
  isAlways = false,
}: {
  keys: Keys
  className?: string
  /** Also shown while single keys are turned off. */
  isAlways?: boolean
}) => {
  const isMac = useIsMac()
  const areSingleOn = useSingleKeys()
  if (isSingle(keys) && !areSingleOn && !isAlways) return null
  return (
    <span aria-hidden className={className}>
      {toKeyCaps(keys, isMac).map((cap, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: caps never move, and a key may be pressed twice
        <Kbd key={at} className="ml-0.5">
          {cap}
        </Kbd>
      ))}
    </span>
  )
}
