/** Icon, tone and label of each kind of entry. */

import type { LucideIcon } from 'lucide-react'
import Banknote from 'lucide-react/icons/banknote'
import Cog from 'lucide-react/icons/cog'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import Truck from 'lucide-react/icons/truck'
import User from 'lucide-react/icons/user'
import type { StreamCode, StreamType } from '@/temporal/contract/cases/activity-stream'

export interface EntryStyle {
  icon: LucideIcon
  /** Label of one entry. */
  label: string
  /** Label of the filter. */
  plural: string
  className: string
}

export const ENTRY_STYLE = {
  person: { icon: User, label: 'Person', plural: 'People', className: 'text-accent-text' },
  system: { icon: Cog, label: 'System', plural: 'System', className: 'text-faint' },
  money: { icon: Banknote, label: 'Money', plural: 'Money', className: 'text-good' },
  shipment: { icon: Truck, label: 'Shipment', plural: 'Shipment', className: 'text-running' },
} as const satisfies Record<StreamType, EntryStyle>

const PROBLEM_STYLE: EntryStyle = {
  icon: TriangleAlert,
  label: 'Problem',
  plural: 'Problems',
  className: 'text-waiting',
}
const PROBLEM_CODES: readonly StreamCode[] = [
  'needsAttention',
  'notificationFailed',
  'orderFailed',
  'expired',
  'escalated',
  'groupRedirected',
  'openedToSupervisors',
]

/** The style of an entry. Errors have their own among the entries of the system. */
export const getEntryStyle = ({ type, code }: { type: StreamType; code: StreamCode }): EntryStyle =>
  PROBLEM_CODES.includes(code) ? PROBLEM_STYLE : ENTRY_STYLE[type]
