'use client'

import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation'
import { useActionState } from 'react'

/**
 * Why the result of a server action is missing. `lost`: the request or its response was lost, or something between
 * answered instead, so that nobody knows whether it was carried out. `outdated`: the page is from an older build, whose
 * action the server does not know, so that nothing was done.
 */
export type Undelivered = 'lost' | 'outdated'

/** @throws the error itself where it is a result, such as a redirect */
export const whyUndelivered = (error: unknown): Undelivered => {
  unstable_rethrow(error)
  return unstable_isUnrecognizedActionError(error) ? 'outdated' : 'lost'
}

/** True where the error is the redirect of an action that was carried out. */
export const isRedirect = (error: unknown): boolean =>
  String((error as { digest?: unknown } | null)?.digest).startsWith('NEXT_REDIRECT')

interface Options<S> {
  action: (previous: Awaited<S>, form: FormData) => Promise<S>
  initial: Awaited<S>
  /** Calls `action`, with what else has to happen in the browser. `action` itself by default. */
  send?: (previous: Awaited<S>, form: FormData) => Promise<S>
  /** The state that keeps what was typed and says what happened. */
  onUndelivered: (why: Undelivered, previous: Awaited<S>, form: FormData) => S
}

/**
 * `useActionState` for a server action whose result may not arrive. Without it the error replaces the page, and
 * everything that was typed is gone.
 */
export const useServerAction = <S>({ action, initial, send = action, onUndelivered }: Options<S>) => {
  const deliver = async (previous: Awaited<S>, form: FormData): Promise<S> => {
    try {
      return await send(previous, form)
    } catch (error) {
      return onUndelivered(whyUndelivered(error), previous, form)
    }
  }
  // The server needs the action itself: from it React renders the form that works without JavaScript.
  return useActionState(typeof window === 'undefined' ? action : deliver, initial)
}
