import type { ComponentProps } from 'react'
import { PageFrame } from '@/components/ui/page-frame'
import { Tabs } from '@/components/ui/tabs'
import * as paths from '@/temporal/contract/paths'

const TABS = [
  { id: 'people', href: paths.people(), label: 'People' },
  { id: 'tokens', href: paths.tokens(), label: 'API tokens' },
  { id: 'audit', href: paths.audit(), label: 'Audit' },
] as const

interface Props extends Omit<ComponentProps<typeof PageFrame>, 'above'> {
  /** The tab that this page belongs to. */
  tab: (typeof TABS)[number]['id']
}

/** Frame of the pages about accounts, with their tabs. */
export const PeopleFrame = ({ tab, ...page }: Props) => (
  <PageFrame
    {...page}
    above={
      <Tabs
        label="Parts of the people pages"
        items={TABS.map(({ id, ...one }) => ({ ...one, current: id === tab }))}
        className="-mx-1 px-1 py-0.5"
      />
    }
  />
)
