'use client'

import { useEffect } from 'react'
import { buttonClass } from '@/components/ui/button-style'

const AGAIN_MS = 10_000

/** For a page that could not be read: looks again by itself, and by a link where there is no script. */
export const LookAgain = ({ href, label }: { href: string; label: string }) => {
  useEffect(() => {
    const timer = setTimeout(() => location.reload(), AGAIN_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <a href={href} className={buttonClass('neutral')}>
      {label}
    </a>
  )
}
