'use client'

import Search from 'lucide-react/icons/search'
import { useEffect, useRef, useState } from 'react'
import { getListPath, type InboxState, inboxHref } from '../inbox-state'
import { LIST_TITLE } from '../list-labels'
import { pushUrl } from '../use-client-links'
import { HiddenListState } from './list-form'

const DEBOUNCE_MS = 250
const LOOKS_IN = 'title, person, id, product, e-mail'

/** Searches while a person types; keeps the focus and one history entry for each search. */
export const SearchBox = ({ state }: { state: InboxState }) => {
  const [text, setText] = useState(state.q)
  const [searched, setSearched] = useState(state.q)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  // The address changed otherwise, such as by the back button: the box follows.
  if (state.q !== searched) {
    setSearched(state.q)
    setText(state.q)
  }
  const search = (q: string) => {
    clearTimeout(timer.current)
    setSearched(q.trim())
    pushUrl(inboxHref(state, { q: q.trim() }), 'replace')
  }
  return (
    <search className="min-w-0 flex-1">
      <form
        action={getListPath(state.kind)}
        onSubmit={(event) => {
          event.preventDefault()
          search(text)
        }}
        className="relative"
      >
        <HiddenListState state={state} without={['q']} />
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted"
        />
        <input
          type="search"
          dir="auto"
          name="q"
          aria-label={`Search ${LIST_TITLE[state.kind]} by ${LOOKS_IN}`}
          aria-keyshortcuts="/"
          placeholder="Title, person, id, product"
          title={`Looks in ${LOOKS_IN}`}
          value={text}
          onChange={(event) => {
            const { value } = event.target
            setText(value)
            clearTimeout(timer.current)
            timer.current = setTimeout(() => search(value), DEBOUNCE_MS)
          }}
          className="h-control w-full min-w-0 rounded-md border border-line bg-surface pr-2 pl-8 text-ellipsis hover:border-line-strong focus-visible:outline-offset-0"
        />
      </form>
    </search>
  )
}
