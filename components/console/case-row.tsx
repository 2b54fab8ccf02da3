'use client'

import { useQueryClient } from '@tanstack/react-query'
import { memo } from 'react'
import { DueTime } from '@/components/case/due-time'
import { priorityWord } from '@/components/case/priority'
import { Avatar } from '@/components/ui/avatar'
import { cx } from '@/components/ui/cx'
import { Money } from '@/components/ui/money'
import { STATE_TONE, STATE_WORD } from '@/components/ui/state-words'
import { TONE } from '@/components/ui/tone'
import type { CaseItem, CaseView } from '@/temporal/contract/case'
import { type CaseState, isTerminal } from '@/temporal/contract/states'

/** `word`: said by the icon alone, because no word of the row says it. */
const StateIcon = ({ state, word }: { state: CaseState; word: boolean }) => {
  const { icon: Icon, text } = TONE[STATE_TONE[state]]
  return (
    <span title={STATE_WORD[state]} className={cx('shrink-0', text)}>
      <Icon aria-hidden className="size-4" />
      {word && <span className="sr-only">{STATE_WORD[state]}: </span>}
    </span>
  )
}

const hasDeadline = ({ kind, status, dueAt }: CaseItem): boolean =>
  kind === 'approval' && !isTerminal(status) && dueAt !== null

/** Why a row needs somebody now, or how it stands. */
const Standing = ({ item, state, isGone }: { item: CaseItem; state: CaseState; isGone: boolean }) => {
  if (item.waitingFor === 'attention') return <span className="font-medium text-bad">needs attention</span>
  if (hasDeadline(item) && item.dueAt && !isGone) return <DueTime at={item.dueAt} plain />
  return <span className={TONE[STATE_TONE[state]].text}>{STATE_WORD[state]}</span>
}

interface Props {
  item: CaseItem
  href: string
  isOpen: boolean
  /** The newest answer no longer has it. */
  isGone: boolean
}

/** A case in two lines: what and how much, then who and when it is due. */
export const CaseRow = memo(({ item, href, isOpen, isGone }: Props) => {
  const client = useQueryClient()
  // A row that left its list is not in the list's answers any more; the case itself may have been read since.
  const read = isGone ? client.getQueryData<CaseView>(['case', item.caseId])?.caseDetails : undefined
  const { caseTitle, submitter, assignee, amountCents, currency, priority } = item
  const state = read?.status ?? item.status
  return (
    <li>
      <a
        href={href}
        data-case={item.caseId}
        aria-current={isOpen ? 'true' : undefined}
        className={cx(
          'flex min-h-row items-center gap-2.5 border-l-2 px-3 py-1 leading-[1.125rem] focus-visible:-outline-offset-2',
          isOpen ? 'border-accent bg-selected' : 'border-transparent hover:bg-hover',
          isGone && !isOpen && 'opacity-70',
        )}
      >
        <StateIcon state={state} word={hasDeadline(item) && !isGone} />
        <span className="flex min-w-0 flex-1 flex-col in-data-[density=compact]:flex-row in-data-[density=compact]:items-center in-data-[density=compact]:gap-3">
          <span className="flex h-4.5 min-w-0 flex-1 items-baseline gap-2">
            <span className="min-w-0 truncate font-medium">{caseTitle}</span>
            {priority > 0 && <span className="shrink-0 text-xs text-waiting">{priorityWord(priority)}</span>}
            {amountCents !== null && currency && (
              <Money cents={amountCents} currency={currency} className="ml-auto shrink-0" />
            )}
          </span>
          <span className="flex h-4.5 min-w-0 items-center gap-2 text-xs text-muted">
            <span className="min-w-0 flex-1 truncate in-data-[density=compact]:hidden">
              {submitter[0]?.name}
            </span>
            {assignee[0] && (
              <span className="-my-px rounded-full ring-1 ring-line">
                <Avatar name={assignee[0].name} />
              </span>
            )}
            <Standing item={item} state={state} isGone={isGone} />
          </span>
        </span>
      </a>
    </li>
  )
})
CaseRow.displayName = 'CaseRow'
