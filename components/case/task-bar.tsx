'use client'

import { type FormEvent, useActionState } from 'react'
import { closePopover, Popover } from '@/components/console/popover'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-style'
import { ProblemNote } from '@/components/ui/problem-note'
import { whyNot } from '@/temporal/contract/can'
import type { ApprovalData } from '@/temporal/contract/case'
import { isTerminal } from '@/temporal/contract/states'
import type { Press } from './press'
import { usePress } from './use-press'
import { groupNameOf, useViewing } from './viewer'
import { offReason } from './words'

const MEMBER =
  'flex h-8 w-full items-center gap-2 rounded px-2 text-left hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:h-11'

const holderWords = ({ assignee }: ApprovalData, viewerId: string): string => {
  if (!assignee) return 'Nobody has claimed this'
  return assignee.id === viewerId ? 'You have claimed this' : `${assignee.name} is looking at this`
}

/**
 * Who works on the case: take it, give it back, hand it to somebody of its group.
 * @param isLocked a decision is under way
 */
export const TaskBar = ({ data, isLocked }: { data: ApprovalData; isLocked: boolean }) => {
  const { viewer, groups, actions } = useViewing()
  const [claimed, claim] = useActionState(actions.claim, null)
  const [released, release] = useActionState(actions.release, null)
  const [assigned, assign] = useActionState(actions.assign, null)
  const state = usePress()
  if (isTerminal(data.state)) return null

  const caseId = data.approvalId
  const facts = { group: data.group, assigneeId: data.assignee?.id ?? null, state: data.state }
  const groupName = groupNameOf(groups, data.group)
  const off = (action: 'case.claim' | 'case.release' | 'case.assign') =>
    offReason(whyNot(viewer, action, facts), groupName)
  const send = (verb: Press['verb']) => (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const submitter = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null
    closePopover(event.currentTarget)
    if (state.isPending) return
    state.press({ caseId, verb, body: verb === 'assign' ? { assigneeId: submitter?.value } : {} })
  }
  const refused = [claimed, released, assigned].find((result) => result && !result.ok)
  const problem = state.problem ?? (refused && !refused.ok ? refused.problem : null)
  const isOn = (verb: Press['verb']) => state.isPending && state.sent?.verb === verb
  const members = groups.find(({ id }) => id === data.group)?.members ?? []
  const hidden = <input type="hidden" name="caseId" value={caseId} />

  return (
    <div className="flex flex-col gap-2 border-t border-line px-4 py-2">
      <div className="flex flex-wrap items-center gap-1.5">
        <p className="mr-auto text-muted max-sm:basis-full">{holderWords(data, viewer.id)}</p>
        {data.assignee && !off('case.release') ? (
          <form action={release} onSubmit={send('release')}>
            {hidden}
            <Button type="submit" size="sm" pending={isOn('release')} disabled={isLocked}>
              Release
            </Button>
          </form>
        ) : (
          <form action={claim} onSubmit={send('claim')}>
            {hidden}
            <Button
              type="submit"
              size="sm"
              pending={isOn('claim')}
              disabled={isLocked || off('case.claim') !== undefined}
              title={off('case.claim')}
            >
              Claim
            </Button>
          </form>
        )}
        <Popover
          trigger="Assign…"
          className={buttonClass('neutral', 'sm')}
          disabled={isLocked || off('case.assign') !== undefined}
          title={off('case.assign')}
          panelClassName="w-56 p-1"
        >
          <form action={assign} onSubmit={send('assign')}>
            {hidden}
            <p className="px-2 py-1 text-xs text-muted">Members of {groupName}</p>
            {members.map(({ id, name }) => (
              <button key={id} type="submit" name="assigneeId" value={id} className={MEMBER}>
                <Avatar name={name} decorative />
                <span className="min-w-0 flex-1 truncate">{name}</span>
                {id === data.assignee?.id && <span className="text-xs text-muted">has it</span>}
              </button>
            ))}
            {members.length === 0 && <p className="px-2 py-1">Nobody is in this group yet.</p>}
          </form>
        </Popover>
      </div>
      {problem && <ProblemNote problem={problem} />}
    </div>
  )
}
