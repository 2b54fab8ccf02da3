import type { ReactNode } from 'react'
import { cx } from './cx'
import { Logo } from './logo'

interface Props {
  title: string
  children: ReactNode
  /** A link to another page. */
  action: ReactNode
  /** `div` inside a layout that has a `main` already. */
  as?: 'main' | 'div'
}

/** A page that holds one message: not found, error. */
export const MessagePage = ({ title, children, action, as: Element = 'main' }: Props) => (
  <Element
    data-page="shop"
    className={cx(
      'mx-auto flex max-w-md flex-col items-start justify-center gap-3 px-6 py-16',
      Element === 'main' ? 'min-h-dvh' : 'min-h-[70dvh]',
    )}
  >
    <Logo className="mb-2 size-8" />
    <h1 className="text-2xl">{title}</h1>
    <div className="text-muted">{children}</div>
    <div className="mt-3">{action}</div>
  </Element>
)
