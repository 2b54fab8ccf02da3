import { accountStore } from './account-store'
import { adoptViewer } from './viewer'

/**
 * Makes this document the one of `accountId`: its requests name the account, and its store opens. Does nothing on the
 * server. False where the document belongs to another account and must be loaded again.
 */
export const joinSession = (accountId: string): boolean => {
  if (typeof window === 'undefined') return true
  if (!adoptViewer(accountId)) return false
  accountStore.open(accountId)
  return true
}
