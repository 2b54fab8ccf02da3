/** How entries of the stream are told apart: an icon, a tone and a word for each kind. */

import type { LucideIcon } from 'lucide-react'
import Banknote from 'lucide-react/icons/banknote'
import Cog from 'lucide-react/icons/cog'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import Truck from 'lucide-react/icons/truck'
import User from 'lucide-react/icons/user'
import type { StreamCode, StreamType } from '@/temporal/contract/cases/activity-stream'

export interface Look {
  icon: LucideIcon
  /** One entry of it. */
  word: string
  /** Many, as a filter says it. */
  plural: string
  className: string
}

export const LOOK = {
  person: { icon: User, word: 'Person', plural: 'People', className: 'text-accent-text' },
  system: { icon: Cog, word: 'System', plural: 'System', className: 'text-faint' },
  money: { icon: Banknote, word: 'Money', plural: 'Money', className: 'text-good' },
  shipment: { icon: Truck, word: 'Shipment', plural: 'Shipment', className: 'text-running' },
} as const satisfies Record<StreamType, Look>

const ALARM: Look = { icon: TriangleAlert, word: 'Problem', plural: 'Problems', className: 'text-waiting' }
const ALARMING: readonly StreamCode[] = [
  'needsAttention',
  'notificationFailed',
  'orderFailed',
  'expired',
  'escalated',
]

/** The look of an entry; what went wrong is told apart among what the system says. */
export const lookOf = ({ type, code }: { type: StreamType; code: StreamCode }): Look =>
  ALARMING.includes(code) ? ALARM : LOOK[type]
