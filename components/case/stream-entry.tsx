'use client'

import { Avatar } from '@/components/ui/avatar'
import { cx } from '@/components/ui/cx'
import { SYSTEM } from '@/temporal/contract/cases/activity-stream'
import { parseMentions } from '@/temporal/contract/cases/mentions'
import { ClockTime } from './clock-time'
import { CommentText } from './comment-text'
import { EntryChanges } from './entry-changes'
import { lookOf } from './entry-look'
import { changesOf, deedOf, saidIn, sentenceOf } from './entry-words'
import { isForeseen } from './foresee'
import type { StoryItem } from './story'
import { groupNameOf, useViewing } from './viewer'

const Words = ({ item }: { item: StoryItem }) => {
  const { groups } = useViewing()
  const groupName = (id: string) => groupNameOf(groups, id)
  const said = saidIn(item)
  return (
    <>
      {item.type === 'person' ? (
        <p>
          <span className="font-medium">{item.sender.name}</span> {deedOf(item)}
        </p>
      ) : (
        <p className={item.type === 'system' ? 'text-muted' : undefined}>{sentenceOf(item, groupName)}</p>
      )}
      <EntryChanges changes={changesOf(item, groupName)} />
      {said && <CommentText text={said} mentions={parseMentions(item.params)} />}
    </>
  )
}

/** One thing that happened: of which kind, by whom, what changed, and when. */
export const StreamEntry = ({ item }: { item: StoryItem }) => {
  const { icon: Icon, word, className } = lookOf(item)
  const isPerson = item.type === 'person' && item.sender.name !== SYSTEM.name
  return (
    <li className="flex gap-3" data-kind={item.type}>
      <span className="flex w-5 shrink-0 justify-center" title={word}>
        {isPerson ? (
          <Avatar name={item.sender.name} decorative />
        ) : (
          <Icon aria-hidden className={cx('mt-0.5 size-4', className)} />
        )}
        <span className="sr-only">{word}: </span>
      </span>
      <div className={cx('min-w-0 flex-1', isForeseen(item) && 'opacity-70')}>
        <Words item={item} />
      </div>
      {isForeseen(item) ? (
        <span className="shrink-0 text-xs leading-5 text-muted">Sending…</span>
      ) : (
        <ClockTime at={item.timestamp} className="shrink-0 text-xs leading-5 text-faint tabular-nums" />
      )}
    </li>
  )
}
