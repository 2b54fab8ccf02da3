'use client'

import { type KeyboardEvent, type RefObject, useCallback, useId, useRef, useState } from 'react'
import { MAX_MENTIONS } from '@/temporal/contract/cases/approval'
import type { Mention } from '@/temporal/contract/cases/mentions'
import { namedIn } from './comment-pieces'
import { type Call, callAt, withMention } from './mention-at'
import type { MentionKeys } from './mention-list'

/** Calling colleagues with `@` in a field of several lines: which call is open, and who was chosen so far. */
export const useMentions = (
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  onText: (text: string) => void,
) => {
  const listId = useId()
  const keys = useRef<MentionKeys>(null)
  const [call, setCall] = useState<Call | null>(null)
  const [chosen, setChosen] = useState<Mention[]>([])
  const [activeId, setActiveId] = useState<string | undefined>()

  const look = () => {
    const { value, selectionStart, selectionEnd } = field.current ?? { value: '', selectionStart: 0 }
    setCall(selectionStart === selectionEnd ? callAt(value, selectionStart) : null)
  }
  const pick = useCallback(
    (person: Mention) => {
      if (!call || !field.current) return
      const next = withMention(field.current.value, call, person)
      onText(next.text)
      setChosen((before) => [
        ...before.filter(({ id }) => id !== person.id),
        { id: person.id, name: person.name },
      ])
      setCall(null)
      // After React has written the value, which would put the caret at its end.
      requestAnimationFrame(() => field.current?.setSelectionRange(next.caret, next.caret))
    },
    [call, field, onText],
  )
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!call || event.nativeEvent.isComposing) return false
    const isTaken = event.key === 'Escape' || keys.current?.take(event) === true
    if (event.key === 'Escape') setCall(null)
    if (isTaken) event.preventDefault()
    return isTaken
  }
  const mentions = namedIn(text, chosen)
  return {
    /** Stands beside the field while somebody is being called. */
    list: call && {
      ...{ id: listId, query: call.query, keys, onActive: setActiveId, onPick: pick },
      isFull: mentions.length >= MAX_MENTIONS,
    },
    /** What the field says of the list. */
    fieldProps: {
      'aria-autocomplete': 'list' as const,
      'aria-haspopup': 'listbox' as const,
      'aria-controls': call && activeId ? listId : undefined,
      'aria-activedescendant': call ? activeId : undefined,
      onSelect: look,
      onBlur: () => setCall(null),
    },
    look,
    onKeyDown,
    /** Those chosen whom the text still names. */
    mentions,
    forget: () => setChosen([]),
  }
}
