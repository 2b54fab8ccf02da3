'use client'

import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import Search from 'lucide-react/icons/search'
import X from 'lucide-react/icons/x'
import { type KeyboardEvent, useMemo, useRef } from 'react'
import { readRecentCases, useOpenCaseId } from '@/components/case/recent-cases'
import { useCommands } from '@/components/keyboard/commands'
import { iconButtonClass } from '@/components/ui/button-style'
import { toSearchWords } from '@/temporal/contract/text/fold-text'
import { showOverlay } from './overlay'
import { commandGroups, type PaletteGroup, type PaletteItem, recentItem } from './palette-items'
import { PaletteList } from './palette-list'
import { useRunItem } from './use-run-item'
import { useSearchResults } from './use-search-results'

const MAX_RECENT = 5

interface Props {
  isOpen: boolean
  text: string
  setText: (text: string) => void
}

interface BodyProps extends Omit<Props, 'isOpen'> {
  choose: (entry: PaletteItem, isNewTab: boolean) => void
}

const useGroups = (
  words: readonly string[],
  results: ReturnType<typeof useSearchResults>,
): PaletteGroup[] => {
  const commands = useCommands()
  const openId = useOpenCaseId()
  const recent = useMemo(readRecentCases, [])
  if (words.length > 0)
    return [
      ...commandGroups(commands, words),
      { value: 'Cases', items: results.cases },
      { value: 'People', items: results.people },
    ]
  const others = recent.filter(({ caseId }) => caseId !== openId).slice(0, MAX_RECENT)
  return [{ value: 'Recent cases', items: others.map(recentItem) }, ...commandGroups(commands, words)]
}

const Body = ({ text, setText, choose }: BodyProps) => {
  const words = toSearchWords(text)
  const results = useSearchResults(text)
  const groups = useGroups(words, results)
  const highlighted = useRef<PaletteItem | undefined>(undefined)
  const openElsewhere = (event: KeyboardEvent) => {
    const entry = highlighted.current
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || !entry || entry.disabledReason) return
    event.preventDefault()
    event.stopPropagation()
    choose(entry, true)
  }
  return (
    <Autocomplete.Root
      open
      inline
      items={groups}
      filter={null}
      // Without a search word nothing is highlighted: Enter must not decide a case by accident.
      autoHighlight={words.length > 0 ? 'always' : false}
      keepHighlight
      value={text}
      onValueChange={(value, { reason }) => reason !== 'item-press' && setText(value)}
      itemToStringValue={(entry: PaletteItem) => entry.label}
      onItemHighlighted={(entry) => {
        highlighted.current = entry
      }}
    >
      <div
        className="flex items-center gap-2.5 border-b border-line pr-2 pl-4"
        onKeyDownCapture={openElsewhere}
      >
        <Search aria-hidden className="size-4 shrink-0 text-muted" />
        <Autocomplete.Input
          aria-label="Search cases, people, pages and commands"
          placeholder="A case’s number or id, a person, a page, a command"
          dir="auto"
          className="h-12 min-w-0 flex-1 bg-transparent text-base outline-hidden"
          autoCapitalize="off"
          spellCheck={false}
        />
        <Dialog.Close aria-label="Close" className={iconButtonClass('ghost', 'sm')}>
          <X aria-hidden />
        </Dialog.Close>
      </div>
      <PaletteList groups={groups} words={words} results={results} onChoose={choose} />
    </Autocomplete.Root>
  )
}

/** Command palette: finds cases, people, pages and commands, and opens or runs them. */
const Palette = ({ isOpen, ...body }: Props) => {
  const runItem = useRunItem()
  const chosen = useRef<(() => void) | null>(null)
  const choose = (entry: PaletteItem, isNewTab: boolean) => {
    chosen.current = () => runItem(entry, isNewTab && entry.href !== undefined)
    showOverlay(null)
  }
  const closed = (isNowOpen: boolean) => {
    if (isNowOpen) return
    body.setText('')
    // Runs after the dialog has returned the focus, because the command may move it.
    const run = chosen.current
    chosen.current = null
    run?.()
  }
  return (
    <Dialog.Root
      open={isOpen}
      onOpenChange={(open) => !open && showOverlay(null)}
      onOpenChangeComplete={closed}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 min-h-dvh bg-overlay" />
        <Dialog.Popup
          aria-label="Search and commands"
          className="fixed inset-0 z-40 flex flex-col bg-raised text-ink shadow-raised outline-hidden sm:inset-x-0 sm:top-[12dvh] sm:bottom-auto sm:mx-auto sm:max-h-[min(34rem,76dvh)] sm:w-160 sm:max-w-[calc(100vw-2rem)] sm:rounded-lg"
        >
          <Body {...body} choose={choose} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

export default Palette
