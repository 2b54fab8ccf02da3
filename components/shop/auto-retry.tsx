'use client'

import { useEffect } from 'react'
import { buttonClass } from '@/components/ui/button-style'

const RETRY_MS = 10_000

/** Reloads a page that could not be read after a while; a link without JavaScript. */
export const AutoRetry = ({ href, label }: { href: string; label: string }) => {
  useEffect(() => {
    const timer = setTimeout(() => location.reload(), RETRY_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <a href={href} className={buttonClass('neutral')}>
      {label}
    </a>
  )
}
