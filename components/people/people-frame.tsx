import type { ComponentProps } from 'react'
import { Tabs } from '@/components/ui/tabs'
import { paths } from '@/temporal/contract/paths'
import { PageFrame } from '../ui/page-frame'

const TABS = [
  { href: paths.people(), label: 'People' },
  { href: paths.tokens(), label: 'API tokens' },
  { href: paths.audit(), label: 'Audit' },
]

interface Props extends Omit<ComponentProps<typeof PageFrame>, 'above'> {
  /** Link of the tab that this page belongs to. */
  tab: string
}

/** A page about accounts: its part among the others. */
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
