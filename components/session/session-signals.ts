/**
 * Tells the other tabs of this browser who is signed in. A hint only: each tab asks the server. Browsers without
 * channels hear of the change of the stored owner; those without storage learn it from the next answer.
 */

import { openMessageChannel } from '../browser/message-channel'
import { accountStore, isOwnerKey } from './account-store'
import { getViewer } from './viewer'

/** An account; the name is empty where the browser tells the id only. */
export interface SignedIn {
  id: string
  name: string
}

const CHANNEL = 'session'

/** Tells the other tabs who is signed in now; null for nobody. */
export const announceSession = (account: SignedIn | null): void => {
  const channel = openMessageChannel(CHANNEL)
  channel?.postMessage(account)
  channel?.close()
}

/** A sign-in is told twice, in either order: the channel knows the name, the stored owner does not. */
const keepName = (before: SignedIn | null, now: SignedIn | null): SignedIn | null =>
  now && now.name === '' && before?.id === now.id ? before : now

/** Calls `onSignal` when another tab was signed in or out. Returns a function that unsubscribes. */
export const subscribeToSession = (onSignal: (account: SignedIn | null) => void): (() => void) => {
  let last: SignedIn | null = null
  const receive = (account: SignedIn | null) => {
    if (account?.id !== getViewer()) accountStore.leave()
    last = keepName(last, account)
    onSignal(last)
  }
  const channel = openMessageChannel(CHANNEL)
  if (channel) channel.onmessage = ({ data }: MessageEvent<SignedIn | null>) => receive(data)
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (isOwnerKey(key)) receive(newValue === null ? null : { id: newValue, name: '' })
  }
  addEventListener('storage', onStorage)
  return () => {
    channel?.close()
    removeEventListener('storage', onStorage)
  }
}
