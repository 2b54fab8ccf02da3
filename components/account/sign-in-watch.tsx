'use client'

import { useEffect } from 'react'
import { accountStore } from '@/components/session/account-store'
import { announceSession, subscribeToSession } from '@/components/session/session-signals'
import { getViewer } from '@/components/session/viewer'
import { forgetOwned } from '@/components/ui/owned-storage'

/**
 * On the page of sign-in: drops what the browser kept after a sign-out, and goes on by itself once somebody has
 * signed in in another tab.
 */
export const SignInWatch = ({ isSignedOut }: { isSignedOut: boolean }) => {
  useEffect(() => {
    if (isSignedOut) {
      accountStore.clear()
      forgetOwned()
      announceSession(null)
    }
    // The router brought us here: the memory of this document still holds what was somebody's.
    if (getViewer() !== null) location.reload()
    return subscribeToSession((account) => {
      if (account) location.reload()
    })
  }, [isSignedOut])
  return null
}
