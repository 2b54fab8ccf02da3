'use client'

import { type KeyboardEvent, type RefObject, useCallback, useId, useRef, useState } from 'react'
import { MAX_MENTIONS } from '@/temporal/contract/cases/approval'
import type { Mention } from '@/temporal/contract/cases/mentions'
import { mentionsInText } from './comment-tokens'
import type { MentionKeyHandler } from './mention-list'
import { findMentionQuery, insertMention, type MentionQuery } from './mention-query'

/** Calling colleagues with `@` in a field of several lines: which call is open, and who was chosen so far. */
export const useMentions = (
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  onText: (text: string) => void,
) => {
  const listId = useId()
  const keys = useRef<MentionKeyHandler>(null)
  const [query, setQuery] = useState<MentionQuery | null>(null)
  const [chosen, setChosen] = useState<Mention[]>([])
  const [activeId, setActiveId] = useState<string | undefined>()

  const updateQuery = () => {
    const { value, selectionStart, selectionEnd } = field.current ?? { value: '', selectionStart: 0 }
    setQuery(selectionStart === selectionEnd ? findMentionQuery(value, selectionStart) : null)
  }
  const pick = useCallback(
    (person: Mention) => {
      if (!query || !field.current) return
      const next = insertMention(field.current.value, query, person)
      onText(next.text)
      setChosen((before) => [
        ...before.filter(({ id }) => id !== person.id),
        { id: person.id, name: person.name },
      ])
      setQuery(null)
      // After React has written the value, which would put the caret at its end.
      requestAnimationFrame(() => field.current?.setSelectionRange(next.caret, next.caret))
    },
    [query, field, onText],
  )
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!query || event.nativeEvent.isComposing) return false
    const isTaken = event.key === 'Escape' || keys.current?.handleKey(event) === true
    if (event.key === 'Escape') setQuery(null)
    if (isTaken) event.preventDefault()
    return isTaken
  }
  const mentions = mentionsInText(text, chosen)
  return {
    /** Stands beside the field while somebody is being called. */
    list: query && {
      ...{ id: listId, query: query.query, keys, onActive: setActiveId, onPick: pick },
      isFull: mentions.length >= MAX_MENTIONS,
    },
    /** What the field says of the list. */
    fieldProps: {
      'aria-autocomplete': 'list' as const,
      'aria-haspopup': 'listbox' as const,
      'aria-controls': query && activeId ? listId : undefined,
      'aria-activedescendant': query ? activeId : undefined,
      onSelect: updateQuery,
      onBlur: () => setQuery(null),
    },
    updateQuery,
    onKeyDown,
    /** Those chosen whom the text still names. */
    mentions,
    forget: () => setChosen([]),
  }
}
