'use client'

import { Avatar } from '@/components/ui/avatar'
import { ClockTime } from '@/components/ui/clock-time'
import { cx } from '@/components/ui/cx'
import { UserText } from '@/components/ui/user-text'
import { parseMentions } from '@/temporal/contract/cases/mentions'
import { SYSTEM } from '@/temporal/contract/cases/senders'
import { CommentText } from '../comment/comment-text'
import { isOptimistic } from '../optimistic-update'
import { getGroupName, useViewer } from '../viewer-context'
import { EntryChanges } from './entry-changes'
import { actionLabel, getChanges, getComment, toSentence } from './entry-labels'
import { getEntryStyle } from './entry-style'
import type { ActivityEntry } from './merge-activity'

const EntryText = ({ item }: { item: ActivityEntry }) => {
  const { groups } = useViewer()
  const groupName = (id: string) => getGroupName(groups, id)
  const comment = getComment(item)
  return (
    <>
      {item.type === 'person' ? (
        <p>
          <span className="font-medium">
            <UserText>{item.sender}</UserText>
          </span>{' '}
          {actionLabel(item)}
        </p>
      ) : (
        <p className={item.type === 'system' ? 'text-muted' : undefined}>{toSentence(item, groupName)}</p>
      )}
      <EntryChanges changes={getChanges(item, groupName)} />
      {comment && <CommentText text={comment} mentions={parseMentions(item.params)} />}
    </>
  )
}

/** An entry: kind, sender, changes and time. */
export const StreamEntry = ({ item }: { item: ActivityEntry }) => {
  const { icon: Icon, label, className } = getEntryStyle(item)
  const isPerson = item.type === 'person' && item.sender !== SYSTEM.name
  return (
    <li className="flex gap-3" data-kind={item.type}>
      <span className="flex w-5 shrink-0 justify-center" title={label}>
        {isPerson ? (
          <Avatar name={item.sender} decorative />
        ) : (
          <Icon aria-hidden className={cx('mt-0.5 size-4', className)} />
        )}
        <span className="sr-only">{label}: </span>
      </span>
      <div className={cx('min-w-0 flex-1', isOptimistic(item) && 'opacity-70')}>
        <EntryText item={item} />
      </div>
      {isOptimistic(item) ? (
        <span className="shrink-0 text-xs leading-5 text-muted">Sending…</span>
      ) : (
        <ClockTime at={item.timestamp} className="shrink-0 text-xs leading-5 text-faint tabular-nums" />
      )}
    </li>
  )
}
