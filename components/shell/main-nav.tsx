'use client'

import type { LucideIcon } from 'lucide-react'
import ChartColumn from 'lucide-react/icons/chart-column'
import CircleUser from 'lucide-react/icons/circle-user'
import Inbox from 'lucide-react/icons/inbox'
import Package from 'lucide-react/icons/package'
import UserCog from 'lucide-react/icons/user-cog'
import Users from 'lucide-react/icons/users'
import Link from 'next/link'
import { usePathname, useRouter } from 'next/navigation'
import { useCommand } from '@/components/keyboard/commands'
import type { Keys } from '@/components/keyboard/keys'
import { cx } from '@/components/ui/cx'
import type { Actor } from '@/temporal/contract/auth/actor'
import { type Action, can } from '@/temporal/contract/auth/permissions'
import * as paths from '@/temporal/contract/paths'

interface NavItem {
  href: string
  label: string
  icon: LucideIcon
  /** Permission that the page requires. */
  needs: Action
  /** Keys that open the page. */
  keys: Keys
}

const NAV_ITEMS: readonly NavItem[] = [
  { href: paths.inbox(), label: 'Inbox', icon: Inbox, needs: 'case.list', keys: 'g i' },
  { href: paths.orders(), label: 'Orders', icon: Package, needs: 'case.list', keys: 'g o' },
  { href: paths.reports(), label: 'Reports', icon: ChartColumn, needs: 'report.read', keys: 'g r' },
  { href: paths.team(), label: 'Team', icon: Users, needs: 'group.read', keys: 'g t' },
  { href: paths.people(), label: 'People', icon: UserCog, needs: 'user.manage', keys: 'g p' },
  { href: paths.account(), label: 'Account', icon: CircleUser, needs: 'account.own', keys: 'g a' },
]

/** Command that opens a page. */
const NavCommand = ({ href, label, keys }: NavItem) => {
  const { push } = useRouter()
  useCommand({ id: `go${href}`, label, section: 'Go to', keys, href, run: () => push(href) })
  return null
}

/** Navigation of the console: beside the page, below it on a phone. */
export const MainNav = ({ viewer }: { viewer: Actor }) => {
  const path = usePathname()
  const items = NAV_ITEMS.filter(({ needs }) => can(viewer, needs))
  return (
    <nav
      aria-label="Main"
      className="max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-10 max-lg:border-t max-lg:border-line max-lg:bg-surface max-lg:pb-[env(safe-area-inset-bottom)] max-lg:group-has-data-case-open/shell:hidden"
    >
      <ul className="flex lg:flex-col lg:gap-0.5">
        {items.map((item) => {
          const { href, label, icon: Icon } = item
          const isHere = path === href || path.startsWith(`${href}/`)
          return (
            <li key={href} className="max-lg:flex-1">
              <NavCommand {...item} />
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
