'use client'

import { useEffect, useState } from 'react'
import { joinSession } from '@/components/session/join-session'
import { announceSession, type SignedIn, subscribeToSession } from '@/components/session/session-signals'
import { Banner } from '@/components/ui/banner'
import { buttonClass } from '@/components/ui/button-style'
import { forgetOwned, setKeeping } from '@/components/ui/owned-storage'
import { interpolate } from './interpolate'
import type { ShopMessages } from './messages/shop-messages'

interface Props {
  /** The account that the page was drawn for; null for a guest. */
  account: SignedIn | null
  messages: ShopMessages['session']
}

const isSame = (one: SignedIn | null, other: SignedIn | null) => one?.id === other?.id

/**
 * Says that another tab was signed in or out, on pages where the account matters. From then on the browser keeps
 * nothing of what the page's account typed.
 */
export const ShopSession = ({ account, messages }: Props) => {
  const [now, setNow] = useState(account)
  useEffect(() => {
    if (account) {
      joinSession(account.id)
      announceSession(account)
    }
    setKeeping(true)
    return subscribeToSession((signedIn) => {
      const isOwn = isSame(account, signedIn)
      setKeeping(isOwn)
      // What a guest typed is nobody's account, and a sign-in does not end it.
      if (!isOwn && account) forgetOwned()
      setNow(signedIn)
    })
  }, [account])
  if (isSame(account, now)) return null
  const changed = now?.name ? interpolate(messages.changed, { name: now.name }) : messages.changedUnnamed
  return (
    <Banner
      tone="bad"
      className="mb-6"
      title={now ? changed : messages.ended}
      action={
        <button type="button" className={buttonClass('neutral')} onClick={() => location.reload()}>
          {messages.reload}
        </button>
      }
    >
      {messages.hint}
    </Banner>
  )
}
