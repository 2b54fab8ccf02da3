import type { ComponentProps } from 'react'
import { PageFrame } from '@/components/ui/page-frame'
import { Tabs } from '@/components/ui/tabs'

const TABS = [
  { href: '/people', label: 'People' },
  { href: '/people/tokens', label: 'API tokens' },
  { href: '/people/audit', label: 'Audit' },
] as const

interface Props extends Omit<ComponentProps<typeof PageFrame>, 'above'> {
  /** The tab that this page belongs to. */
  tab: (typeof TABS)[number]['href']
}

/** Frame of the pages about accounts, with their tabs. */
export const PeopleFrame = ({ tab, ...page }: Props) => (
  <PageFrame
    {...page}
    above={
      <Tabs
        label="Parts of the people pages"
        items={TABS.map((one) => ({ ...one, current: one.href === tab }))}
        className="-mx-1 px-1 py-0.5"
      />
    }
  />
)
