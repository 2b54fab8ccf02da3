import type { ComponentProps } from 'react'
import { PageFrame } from '@/components/ui/page-frame'
import { Tabs } from '@/components/ui/tabs'
import { paths } from '@/temporal/contract/paths'

const TABS = [
  { href: paths.people(), label: 'People' },
  { href: paths.tokens(), label: 'API tokens' },
  { href: paths.audit(), label: 'Audit' },
]

interface Props extends Omit<ComponentProps<typeof PageFrame>, 'above'> {
  /** Link of the tab that this page belongs to. */
  tab: string
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
