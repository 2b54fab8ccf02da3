'use client'

import { type KeyboardEvent, type RefObject, useCallback, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { MAX_MENTIONS } from '@/temporal/contract/cases/approval'
import type { Mention } from '@/temporal/contract/cases/mentions'
import type { DraftHandle } from '../draft/use-draft'
import { mentionsInText } from './comment-tokens'
import type { MentionKeyHandler } from './mention-list'
import { findMentionQuery, insertMention, type MentionQuery } from './mention-query'

/** Mentions of colleagues with `@` in the text area of a draft: the open query and the people chosen so far. */
export const useMentions = (
  field: RefObject<HTMLTextAreaElement | null>,
  { text, mentions: chosen, update }: DraftHandle,
) => {
  const listId = useId()
  const keys = useRef<MentionKeyHandler>(null)
  const [query, setQuery] = useState<MentionQuery | null>(null)
  const [activeId, setActiveId] = useState<string | undefined>()

  const updateQuery = () => {
    const { value, selectionStart, selectionEnd } = field.current ?? { value: '', selectionStart: 0 }
    setQuery(selectionStart === selectionEnd ? findMentionQuery(value, selectionStart) : null)
  }
  const pick = useCallback(
    (person: Mention) => {
      if (!query || !field.current) return
      const next = insertMention(field.current.value, query, person)
      // The value first, since setting it moves the caret; and at once, since a fast typist's next key must find it.
      const others = chosen.filter(({ id }) => id !== person.id)
      const mentions = [...others, { id: person.id, name: person.name }]
      flushSync(() => update({ text: next.text, mentions }))
      field.current.setSelectionRange(next.caret, next.caret)
      setQuery(null)
    },
    [query, field, chosen, update],
  )
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!query) return false
    const isTaken = event.key === 'Escape' || keys.current?.handleKey(event) === true
    if (event.key === 'Escape') setQuery(null)
    if (isTaken) event.preventDefault()
    return isTaken
  }
  const mentions = mentionsInText(text, chosen)
  return {
    /** Props of the list while a mention is being typed, or null. */
    list: query && {
      ...{ id: listId, query: query.query, keys, onActive: setActiveId, onPick: pick },
      isFull: mentions.length >= MAX_MENTIONS,
    },
    /** ARIA attributes and handlers of the field. */
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
    /** Chosen people whom the text still names. */
    mentions,
  }
}
