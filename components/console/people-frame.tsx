import type { ReactNode } from 'react'
import { Tabs } from '@/components/ui/tabs'

const PARTS = [
  { href: '/people', label: 'People' },
  { href: '/people/tokens', label: 'API tokens' },
  { href: '/people/audit', label: 'Audit' },
] as const

interface Props {
  /** Which of the parts this page belongs to. */
  part: (typeof PARTS)[number]['href']
  title: ReactNode
  intro?: ReactNode
  /** Stands at the right of the title. */
  actions?: ReactNode
  /** Tables take the room there is, forms a readable column. */
  wide?: boolean
  children: ReactNode
}

/** A page about accounts: its part among the others, a title, and its own scrolling. */
export const PeopleFrame = ({ part, title, intro, actions, wide = false, children }: Props) => (
  <div className="min-h-0 flex-1 overflow-y-auto">
    <div
      className={`mx-auto flex w-full flex-col gap-5 px-4 py-6 lg:px-8 ${wide ? 'max-w-6xl' : 'max-w-3xl'}`}
    >
      <Tabs
        label="Parts of the people pages"
        items={PARTS.map((one) => ({ ...one, current: one.href === part }))}
        className="-mx-1 px-1 py-0.5"
      />
      <header className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h1 className="text-xl">{title}</h1>
          {intro && <div className="mt-1 max-w-prose text-muted">{intro}</div>}
        </div>
        {actions}
      </header>
      {children}
    </div>
  </div>
)
