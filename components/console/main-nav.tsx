'use client'

import type { LucideIcon } from 'lucide-react'
import CircleUser from 'lucide-react/icons/circle-user'
import Inbox from 'lucide-react/icons/inbox'
import Package from 'lucide-react/icons/package'
import Users from 'lucide-react/icons/users'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { cx } from '@/components/ui/cx'

const PLACES: readonly { href: string; label: string; icon: LucideIcon }[] = [
  { href: '/inbox', label: 'Inbox', icon: Inbox },
  { href: '/orders', label: 'Orders', icon: Package },
  { href: '/team', label: 'Team', icon: Users },
  { href: '/account', label: 'Account', icon: CircleUser },
]

/** The places of the console: beside the page, below it on a phone. */
export const MainNav = () => {
  const path = usePathname()
  return (
    <nav
      aria-label="Main"
      className="max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-10 max-lg:border-t max-lg:border-line max-lg:bg-surface max-lg:pb-[env(safe-area-inset-bottom)] max-lg:group-has-data-case-open/shell:hidden"
    >
      <ul className="flex lg:flex-col lg:gap-0.5">
        {PLACES.map(({ href, label, icon: Icon }) => {
          const isHere = path === href
          return (
            <li key={href} className="max-lg:flex-1">
              <Link
                href={href}
                prefetch={false}
                aria-current={isHere ? 'page' : undefined}
                title={label}
                className={cx(
                  'flex items-center gap-2.5 rounded-md font-medium focus-visible:-outline-offset-2 max-lg:h-14 max-lg:flex-col max-lg:justify-center max-lg:gap-1 max-lg:text-xs lg:h-8 lg:px-2.5 lg:max-xl:justify-center',
                  isHere ? 'text-accent-text lg:bg-selected' : 'text-muted hover:bg-hover hover:text-ink',
                )}
              >
                <Icon aria-hidden className="size-4 shrink-0 max-lg:size-5" />
                <span className="lg:max-xl:sr-only">{label}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
