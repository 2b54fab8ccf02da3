/** How entries of the stream are told apart: an icon, a tone and a word for each kind. */

import type { LucideIcon } from 'lucide-react'
import Banknote from 'lucide-react/icons/banknote'
import Cog from 'lucide-react/icons/cog'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import Truck from 'lucide-react/icons/truck'
import User from 'lucide-react/icons/user'
import type { StreamCode, StreamType } from '@/temporal/contract/cases/activity-stream'

export interface EntryStyle {
  icon: LucideIcon
  /** One entry of it. */
  label: string
  /** Many, as a filter says it. */
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
]

/** The look of an entry; what went wrong is told apart among what the system says. */
export const getEntryStyle = ({ type, code }: { type: StreamType; code: StreamCode }): EntryStyle =>
  PROBLEM_CODES.includes(code) ? PROBLEM_STYLE : ENTRY_STYLE[type]
