'use client'

import type { FormEvent } from 'react'
import { type InboxState, inboxHref, parseInbox } from './inbox-state'
import { goShallow } from './use-shallow-links'

/** The rest of the list's state, for forms that change a part of it without JavaScript. */
export const Rest = ({ state, without }: { state: InboxState; without: readonly string[] }) =>
  [...new URLSearchParams(inboxHref(state, { cursor: null }).split('?')[1])]
    .filter(([name]) => !without.includes(name))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)

/** The state that a form of the list asks for. */
const stateOf = (kind: InboxState['kind'], form: HTMLFormElement): InboxState => {
  const params = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') params.set(name, value)
  return parseInbox(kind, params)
}

/** Goes to the list that a form asks for. */
export const go = (
  event: FormEvent<HTMLFormElement>,
  kind: InboxState['kind'],
  how: 'push' | 'replace' = 'push',
) => {
  event.preventDefault()
  goShallow(inboxHref(stateOf(kind, event.currentTarget)), how)
}
