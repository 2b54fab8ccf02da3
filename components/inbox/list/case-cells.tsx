'use client'

import { DueTime } from '@/components/case/due-time'
import { priorityLabel } from '@/components/case/priority-labels'
import { getGroupName, useViewer } from '@/components/case/viewer-context'
import { Avatar } from '@/components/ui/avatar'
import { cx } from '@/components/ui/cx'
import { formatExact, formatRelative } from '@/components/ui/format-time'
import { Money } from '@/components/ui/money'
import { STATE_LABEL, STATE_TONE } from '@/components/ui/state-labels'
import { TONE } from '@/components/ui/tone'
import { useNowMs } from '@/components/ui/use-now-ms'
import { UserText } from '@/components/ui/user-text'
import type { Person } from '@/temporal/contract/auth/actor'
import type { CaseItem } from '@/temporal/contract/cases/case'
import { type CaseState, isTerminal } from '@/temporal/contract/states'
import { isolateText } from '@/temporal/contract/text/isolate-text'
import styles from './case-table.module.css'
import titleStyles from './case-title.module.css'
import visibility from './cell-visibility.module.css'
import type { ColumnName } from './list-columns'

/** True for an approval without a decision. */
const isPending = ({ kind, status }: CaseItem): boolean => kind === 'approval' && !isTerminal(status)

/** The requester. In the layout of two lines a prefix distinguishes them from the assignee. */
const Requester = ({ item }: { item: CaseItem }) => {
  const name = item.submitter[0]?.name
  if (!name) return null
  return (
    <span className="truncate" title={name}>
      <span className={visibility.inLine}>from </span>
      <UserText>{name}</UserText>
    </span>
  )
}

/** The assignee, or that there is none. */
const Assignee = ({ person, isOver }: { person: Person | undefined; isOver: boolean }) => {
  if (person)
    return (
      <span
        className="inline-flex min-w-0 max-w-full items-center gap-1.5 align-middle"
        title={`Assigned to ${isolateText(person.name)}`}
      >
        <Avatar name={person.name} decorative />
        <span className="sr-only">assigned to {isolateText(person.name)}</span>
        <span aria-hidden className={cx('truncate', visibility.name)}>
          <UserText>{person.name}</UserText>
        </span>
      </span>
    )
  return isOver ? null : <span className={cx('truncate text-faint italic', visibility.name)}>Unassigned</span>
}

/** The state: icon and label; beside a deadline in a narrow list the icon alone. */
const StateCell = ({ item, state, isRemoved }: { item: CaseItem; state: CaseState; isRemoved: boolean }) => {
  const { icon: Icon, text } = TONE[STATE_TONE[state]]
  const isShort = isPending(item) && !isRemoved
  if (item.waitingFor === 'attention')
    return (
      <span className="font-medium text-bad" title={`${STATE_LABEL[state]}: a step keeps failing`}>
        <TONE.bad.icon aria-hidden className="mr-1.5 inline-block size-4 align-[-0.1875rem]" />
        Needs attention: operator
      </span>
    )
  return (
    <span title={STATE_LABEL[state]} className={cx('inline-flex items-center gap-1.5 align-middle', text)}>
      <Icon aria-hidden className={cx('size-4 shrink-0', isShort && visibility.iconInLine)} />
      {isShort && <span className={cx('sr-only', visibility.inLine)}>{STATE_LABEL[state]}</span>}
      <span className={isShort ? visibility.inColumn : undefined}>{STATE_LABEL[state]}</span>
    </span>
  )
}

/** The deadline of an open approval, or that it has none. */
const Due = ({ item, isRemoved }: { item: CaseItem; isRemoved: boolean }) => {
  if (!isPending(item) || isRemoved) return null
  if (item.dueAt) return <DueTime at={item.dueAt} plain />
  return <span className="text-faint">no deadline</span>
}

/** A relative time; the exact time on hover. */
const Ago = ({ at }: { at: string }) => (
  <time dateTime={at} title={formatExact(at)} suppressHydrationWarning className="tabular-nums">
    {formatRelative(at, useNowMs())}
  </time>
)

export interface CellProps {
  item: CaseItem
  href: string
  isRemoved: boolean
  state: CaseState
}

const Title = ({ item: { caseId, caseTitle, subject, priority, isUnread }, href }: CellProps) => (
  <span className={cx(titleStyles.title, 'flex min-w-0 flex-1 items-baseline')}>
    {isUnread && (
      <>
        <span aria-hidden className={titleStyles.dot} />
        <span className="sr-only">Unread: </span>
      </>
    )}
    <a
      href={href}
      data-case={caseId}
      title={subject ? `${isolateText(caseTitle)}: ${isolateText(subject)}` : caseTitle}
      className={cx(styles.link, 'min-w-0 truncate', isUnread ? 'font-semibold' : 'font-normal')}
    >
      <UserText>{caseTitle}</UserText>
    </a>
    {/* Outside the link, whose name people search and say; it shrinks before the title does. */}
    {subject && (
      <span className={cx(titleStyles.subject, 'min-w-0 truncate text-muted')}>
        <UserText>{subject}</UserText>
      </span>
    )}
    {priority > 0 && (
      <span className={cx('ml-2 shrink-0 text-xs text-waiting', visibility.priority)}>
        {priorityLabel(priority)}
      </span>
    )}
  </span>
)

const Group = ({ item: { group } }: CellProps) => {
  const { groups } = useViewer()
  return group && <UserText>{getGroupName(groups, group)}</UserText>
}

/** The cell of each column. */
export const CELL: Record<ColumnName, (props: CellProps) => React.ReactNode> = {
  case: Title,
  amount: ({ item: { amountCents, currency } }) =>
    amountCents !== null && currency && <Money cents={amountCents} currency={currency} />,
  requester: Requester,
  assignee: ({ item }) => <Assignee person={item.assignee[0]} isOver={isTerminal(item.status)} />,
  group: Group,
  state: StateCell,
  due: Due,
  created: ({ item }) => <Ago at={item.createdAt} />,
  updated: ({ item }) => <Ago at={item.updatedAt} />,
}
