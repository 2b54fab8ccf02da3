'use client'

import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useState } from 'react'
import { Avatar } from '@/components/ui/avatar'
import { cx } from '@/components/ui/cx'
import { Skeleton } from '@/components/ui/skeleton'
import { UserText } from '@/components/ui/user-text'
import { MAX_MENTIONS } from '@/temporal/contract/cases/approval'
import type { Mention } from '@/temporal/contract/cases/mentions'
import type { Colleague } from '@/temporal/contract/people/people'
import { colleaguesQuery } from '../queries'

/** Passes the field's keys to the list while it is open. */
export interface MentionKeyHandler {
  /** True when the list handled the key. */
  handleKey: (event: KeyboardEvent) => boolean
}

interface Props {
  id: string
  query: string
  /** The comment has the maximum of mentions: the list says so and offers nobody. */
  isFull: boolean
  keys: Ref<MentionKeyHandler>
  /** Id of the active option, for the field's `aria-activedescendant`. */
  onActive: (optionId: string | undefined) => void
  onPick: (person: Mention) => void
}

/** As many as fit without scrolling: a list that scrolls would have to be focusable. */
const MAX_SHOWN = 6

/** Colleagues whose name or e-mail matches the text after `@`. Loaded with the first mention. */
const MentionList = ({ id, query, isFull, keys, onActive, onPick }: Props) => {
  const { data, isPending: isLoading, isError } = useQuery(colleaguesQuery(query))
  const people = isFull ? [] : (data?.items ?? []).slice(0, MAX_SHOWN)
  const isPending = isLoading && !isFull
  const [at, setAt] = useState(0)
  const active = people[Math.min(at, people.length - 1)]
  const optionId = (person: Colleague) => `${id}-${person.id}`
  const activeId = active && optionId(active)

  useEffect(() => {
    onActive(activeId)
    return () => onActive(undefined)
  }, [activeId, onActive])

  useImperativeHandle(keys, () => ({
    handleKey({ key, shiftKey }) {
      if (!active) return false
      const step = { ArrowDown: 1, ArrowUp: -1 }[key]
      if (step) setAt((people.indexOf(active) + step + people.length) % people.length)
      else if ((key === 'Enter' || key === 'Tab') && !shiftKey) onPick(active)
      else return false
      return true
    },
  }))

  // Two words that match nobody are no mention any more.
  if (people.length === 0 && !isPending && query.includes(' ')) return null

  return (
    <div className="absolute bottom-full left-0 z-10 mb-1 w-72 max-w-full rounded-lg bg-raised p-1 shadow-raised">
      <p role="status" className={people.length > 0 || isPending ? 'sr-only' : 'px-2 py-1 text-muted'}>
        {isFull
          ? `A comment calls at most ${MAX_MENTIONS} people; who is named from here on gets no message`
          : isError
            ? 'Colleagues cannot be looked up right now'
            : isPending
              ? 'Looking for colleagues'
              : people.length === 0
                ? 'No colleague is called that'
                : `${people.length} colleagues; arrow keys choose, Enter takes`}
      </p>
      {isPending && <Skeleton className="m-2 h-4 w-40" />}
      <div id={id} role="listbox" aria-label="Colleagues" hidden={people.length === 0}>
        {people.map((person) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field keeps the keys and passes them to `handleKey`
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points at the option
          <div
            key={person.id}
            id={optionId(person)}
            role="option"
            aria-selected={person === active}
            // The field keeps the focus.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onPick(person)}
            className={cx(
              'flex min-h-8 cursor-pointer items-center gap-2 rounded px-2 pointer-coarse:min-h-11',
              person === active ? 'bg-selected' : 'hover:bg-hover',
            )}
          >
            <Avatar name={person.name} decorative />
            <span className="min-w-0 flex-1 truncate">
              <UserText>{person.name}</UserText>
            </span>
            <span className="min-w-0 truncate text-xs text-muted">{person.email}</span>
          </div>
        ))}
      </div>
    </div>
  )
}

export default MentionList
