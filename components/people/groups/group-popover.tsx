import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { iconButtonClass } from '@/components/ui/button-style'
import { Popover } from '@/components/ui/popover'

interface Props {
  label: string
  icon: LucideIcon
  children: ReactNode
}

/** An icon button that opens a form about a group. */
export const GroupPopover = ({ label, icon: Icon, children }: Props) => (
  <Popover
    label={label}
    trigger={<Icon aria-hidden />}
    className={iconButtonClass('ghost', 'sm')}
    panelClassName="w-72 p-3"
  >
    {children}
  </Popover>
)
