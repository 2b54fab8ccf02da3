'use client'

import { useEffect } from 'react'
import { buttonClass } from '@/components/ui/button-style'

const RETRY_MS = 10_000

/** For a page that could not be read: looks again by itself, and by a link where there is no script. */
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
