'use client'

import { Menu as Base } from '@base-ui/react/menu'
import type { LucideIcon } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { cx } from './cx'

const ITEM =
  'flex h-8 w-full items-center gap-2 rounded px-2 outline-hidden select-none data-highlighted:bg-hover data-disabled:opacity-50 pointer-coarse:h-11'

interface ItemProps {
  children: ReactNode
  icon?: LucideIcon
  /** The key that does the same, as a Kbd. */
  shortcut?: ReactNode
  /** Destroys or undoes something. */
  danger?: boolean
  disabled?: boolean
}

const Inside = ({ icon: Icon, shortcut, children }: ItemProps) => (
  <>
    {Icon && <Icon aria-hidden className="size-4 shrink-0 text-muted" />}
    <span className="min-w-0 flex-1 truncate text-left">{children}</span>
    {shortcut}
  </>
)

/** An action in a Menu. */
export const MenuItem = ({ onSelect, ...item }: ItemProps & { onSelect: () => void }) => (
  <Base.Item
    onClick={onSelect}
    disabled={item.disabled}
    className={cx(ITEM, 'cursor-pointer', item.danger && 'text-bad')}
  >
    <Inside {...item} />
  </Base.Item>
)

/** A place to go to from a Menu. */
export const MenuLink = ({ href, ...item }: Omit<ItemProps, 'danger' | 'disabled'> & { href: string }) => (
  <Base.LinkItem render={<Link href={href} />} className={ITEM} closeOnClick>
    <Inside {...item} />
  </Base.LinkItem>
)

/** A line between groups of actions. */
export const MenuSeparator = () => <Base.Separator className="my-1 h-px bg-line" />
