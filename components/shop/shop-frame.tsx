import type { ReactNode } from 'react'
import { Logo } from '@/components/ui/logo'
import * as paths from '@/temporal/contract/paths'
import type { ShopMessages } from './messages/shop-messages'

interface Props {
  messages: ShopMessages
  isSignedIn: boolean
  themeToggle: ReactNode
  languageSwitch: ReactNode
  children: ReactNode
}

/** Header and footer of customer pages. Plain links, so that no router code is loaded for them. */
export const ShopFrame = ({ messages, isSignedIn, themeToggle, languageSwitch, children }: Props) => (
  <div data-page="shop" className="flex min-h-dvh flex-col">
    <a
      href="#content"
      className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-10 focus:rounded-md focus:bg-raised focus:px-3 focus:py-2 focus:shadow-raised"
    >
      {messages.skip}
    </a>
    <header className="border-b border-line bg-surface print:hidden">
      <div className="mx-auto flex h-14 w-full max-w-5xl items-center justify-between px-4 sm:px-6">
        <a
          href={paths.order()}
          aria-label={messages.shopHome}
          className="flex min-h-11 items-center gap-2 font-semibold"
        >
          <Logo className="size-6" />
          {messages.shop}
        </a>
        <nav aria-label={messages.shopNav} className="flex gap-4 text-sm text-muted sm:gap-5">
          <a href={paths.myOrders()} className="flex min-h-11 items-center hover:text-ink">
            {messages.myOrders}
          </a>
          {!isSignedIn && (
            <a href={paths.signIn()} className="flex min-h-11 items-center hover:text-ink">
              {messages.signIn}
            </a>
          )}
        </nav>
      </div>
    </header>
    <main
      id="content"
      tabIndex={-1}
      className="mx-auto w-full max-w-5xl flex-1 px-4 py-6 outline-none sm:px-6 sm:py-10"
    >
      {children}
    </main>
    <footer className="border-t border-line text-sm text-muted print:hidden">
      <div className="mx-auto flex w-full max-w-5xl flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 py-4 sm:px-6">
        <p>{messages.demoNote}</p>
        <div className="flex items-center gap-4">
          {languageSwitch}
          {themeToggle}
        </div>
      </div>
    </footer>
  </div>
)
