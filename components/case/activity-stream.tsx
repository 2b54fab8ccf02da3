import type { LucideIcon } from 'lucide-react'
import Banknote from 'lucide-react/icons/banknote'
import Cog from 'lucide-react/icons/cog'
import Truck from 'lucide-react/icons/truck'
import User from 'lucide-react/icons/user'
import { Avatar } from '@/components/ui/avatar'
import { type ActivityStreamItem, type StreamCode, type StreamType, SYSTEM } from '@/temporal/contract/stream'
import { ClockTime } from './clock-time'
import type { StoryItem } from './story'

const ICON = { person: User, system: Cog, money: Banknote, shipment: Truck } as const satisfies Record<
  StreamType,
  LucideIcon
>
const KIND = {
  person: 'Person',
  system: 'System',
  money: 'Money',
  shipment: 'Shipment',
} as const satisfies Record<StreamType, string>

/** Entries that read as a sentence after their sender's name. */
const DEEDS: Partial<Record<StreamCode, string>> = {
  orderPlaced: 'placed the order',
  claimed: 'claimed',
  released: 'released',
  approved: 'approved',
  rejected: 'rejected',
}
/** Where what the person wrote stands among the parameters. */
const WORDS: Partial<Record<StreamCode, string>> = {
  commented: 'text',
  approved: 'comment',
  rejected: 'comment',
}

const Deed = ({ item }: { item: ActivityStreamItem }) => {
  const words = WORDS[item.code]
  const said = words ? item.params[words] : undefined
  const deed = DEEDS[item.code] ?? (item.code === 'commented' ? '' : item.text)
  return (
    <>
      <p>
        <span className="font-medium">{item.sender.name}</span> {deed}
      </p>
      {said !== undefined && said !== '' && (
        <p className="mt-1 w-fit max-w-prose rounded-lg border border-line bg-surface px-3 py-1.5 whitespace-pre-wrap">
          {said}
        </p>
      )}
    </>
  )
}

const Entry = ({ item }: { item: ActivityStreamItem }) => {
  const Icon = ICON[item.type]
  return (
    <li className="flex gap-3">
      <span className="relative flex w-5 shrink-0 justify-center">
        {item.type === 'person' && item.sender.name !== SYSTEM.name ? (
          <Avatar name={item.sender.name} decorative />
        ) : (
          <Icon aria-hidden className="mt-0.5 size-4 text-faint" />
        )}
        <span className="sr-only">{KIND[item.type]}: </span>
      </span>
      <div className="min-w-0 flex-1">
        {item.type === 'person' ? <Deed item={item} /> : <p className="text-muted">{item.text}</p>}
      </div>
      <ClockTime at={item.timestamp} className="shrink-0 text-xs leading-5 text-faint tabular-nums" />
    </li>
  )
}

/** What happened so far, oldest first: people, system, money and shipment told apart. */
export const ActivityStream = ({ items }: { items: readonly StoryItem[] }) => (
  <ol className="flex flex-col gap-2.5">
    {items.map((item) => (
      <Entry key={item.key} item={item} />
    ))}
  </ol>
)
