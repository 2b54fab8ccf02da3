import type { ReactNode } from 'react'
import { LiveBadge } from '@/components/live/live-badge'
import { OutageBanners } from '@/components/live/outage-banners'
import { PaletteButton } from '@/components/palette/palette-button'
import type { Actor } from '@/temporal/contract/auth/actor'
import { MainNav } from './main-nav'
import { RewriteWatch } from './rewrite-watch'
import { SessionWatch } from './session-watch'

/** Frame of the console: navigation on the left, on a phone below; the page scrolls by itself. */
export const Shell = ({
  viewer,
  personMenu,
  children,
}: {
  viewer: Actor
  personMenu: ReactNode
  children: ReactNode
}) => (
  <div data-frame className="group/shell flex h-dvh flex-col overflow-hidden lg:flex-row">
    <a
      href="#main"
      className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-on-solid focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
    >
      Skip to the page
    </a>
    <header className="flex h-12 shrink-0 items-center gap-3 border-line px-3 max-lg:border-b lg:h-auto lg:w-14 lg:flex-col lg:items-stretch lg:border-r lg:px-2 lg:py-3 xl:w-48">
      <p className="flex items-center gap-2 font-semibold lg:h-8 lg:max-xl:justify-center xl:px-2.5">
        <span aria-hidden className="grid size-5 place-items-center rounded bg-accent text-xs text-on-solid">
          A
        </span>
        <span className="lg:max-xl:sr-only">Action Center</span>
      </p>
      <PaletteButton />
      <MainNav viewer={viewer} />
      <div className="flex items-center gap-3 max-lg:ml-auto lg:mt-auto lg:flex-col lg:items-stretch">
        <LiveBadge className="lg:max-xl:flex-col lg:max-xl:text-center lg:max-xl:whitespace-normal xl:px-2.5" />
        {personMenu}
      </div>
    </header>
    <main
      id="main"
      tabIndex={-1}
      className="flex min-w-0 flex-1 flex-col outline-none max-lg:pb-14 max-lg:group-has-data-case-open/shell:pb-0 min-h-0"
    >
      {children}
      <section
        aria-label="This page"
        className="flex shrink-0 flex-col gap-1 not-empty:border-t not-empty:border-line not-empty:p-2 max-lg:group-has-data-case-open/shell:order-first"
      >
        <RewriteWatch />
        <SessionWatch id={viewer.id} name={viewer.name} />
      </section>
      <OutageBanners />
    </main>
  </div>
)
