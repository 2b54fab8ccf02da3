import { Autocomplete } from '@base-ui/react/autocomplete'
import type { MouseEvent } from 'react'
import { KeyCaps } from '@/components/keyboard/key-caps'
import { cx } from '@/components/ui/cx'
import { StateBadge } from '@/components/ui/state-badge'
import { toSegments } from './match'
import type { PaletteItem } from './palette-items'

const Marked = ({ text: whole, words }: { text: string; words: readonly string[] }) =>
  toSegments(whole, words).map(({ text, isHit }, at) =>
    isHit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a label have no other name
      <mark key={at} className="bg-transparent font-semibold text-accent-text underline underline-offset-2">
        {text}
      </mark>
    ) : (
      text
    ),
  )

interface Props {
  item: PaletteItem
  words: readonly string[]
  /** `isNewTab`: ⌘ or Ctrl was held. */
  onChoose: (entry: PaletteItem, isNewTab: boolean) => void
}

/** An item of the palette. Items with a URL are links, for the middle button and the context menu. */
export const PaletteRow = ({ item, words, onChoose }: Props) => {
  const { label, icon: Icon, detail, state, keys, disabledReason, href } = item
  const choose = (event: MouseEvent) => {
    event.preventDefault()
    if (!disabledReason) onChoose(item, event.metaKey || event.ctrlKey)
  }
  return (
    <Autocomplete.Item
      value={item}
      disabled={disabledReason !== undefined}
      onClick={choose}
      // biome-ignore lint/a11y/useAnchorContent: the item's own content stands in it
      render={href && disabledReason === undefined ? <a href={href} tabIndex={-1} /> : undefined}
      className={cx(
        'flex min-h-9 scroll-my-1 items-center gap-2.5 rounded-md px-2 py-1.5 outline-hidden select-none data-highlighted:bg-selected pointer-coarse:min-h-11',
        disabledReason === undefined ? 'cursor-pointer' : 'cursor-not-allowed',
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0 text-muted" />
      <span className="min-w-0 flex-1">
        <span className={cx('mr-2 break-words', disabledReason !== undefined && 'text-muted')}>
          <bdi>
            <Marked text={label} words={words} />
          </bdi>
        </span>
        <span className="text-xs text-muted">
          {disabledReason ??
            (detail && (
              <bdi>
                <Marked text={detail} words={words} />
              </bdi>
            ))}
        </span>
      </span>
      {state && <StateBadge state={state} className="shrink-0" />}
      {keys && <KeyCaps keys={keys} className="shrink-0 text-muted" />}
    </Autocomplete.Item>
  )
}
