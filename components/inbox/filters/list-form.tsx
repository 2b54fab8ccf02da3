'use client'

import type { FormEvent } from 'react'
import { type InboxState, inboxHref, parseInbox } from '../inbox-state'
import { pushUrl } from '../use-client-links'

/** The other state of the list as hidden fields, for forms that change a part of it without JavaScript. */
export const HiddenListState = ({ state, without }: { state: InboxState; without: readonly string[] }) =>
  [...new URLSearchParams(inboxHref(state, { cursor: null }).split('?')[1])]
    .filter(([name]) => !without.includes(name))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)

/** The list state in a form's fields. */
const toListState = (kind: InboxState['kind'], form: HTMLFormElement): InboxState => {
  const params = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') params.set(name, value)
  return parseInbox(kind, params)
}

/** Navigates to the list of a form. */
export const submitListForm = (
  event: FormEvent<HTMLFormElement>,
  kind: InboxState['kind'],
  how: 'push' | 'replace' = 'push',
) => {
  event.preventDefault()
  pushUrl(inboxHref(toListState(kind, event.currentTarget)), how)
}
