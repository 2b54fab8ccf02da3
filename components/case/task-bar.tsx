'use client'

import { type FormEvent, useActionState, useRef } from 'react'
import { useCommand } from '@/components/commands/commands'
import { KeyCaps } from '@/components/commands/key-caps'
import { closePopover, Popover } from '@/components/console/popover'
import { Button } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-style'
import { ProblemNote } from '@/components/ui/problem-note'
import { denialReason } from '@/temporal/contract/auth/permissions'
import type { ApprovalData } from '@/temporal/contract/cases/case'
import { isTerminal } from '@/temporal/contract/states'
import { AssignList } from './assign-list'
import type { Press } from './press'
import { usePress } from './use-press'
import { groupNameOf, useViewing } from './viewer'
import { offReason } from './words'

const holderWords = ({ assignee }: ApprovalData, viewerId: string): string => {
  if (!assignee) return 'Nobody has claimed this'
  return assignee.id === viewerId ? 'You have claimed this' : `${assignee.name} has claimed this`
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
  const bar = useRef<HTMLDivElement>(null)

  const caseId = data.approvalId
  const facts = { group: data.group, assigneeId: data.assignee?.id ?? null, state: data.state }
  const groupName = groupNameOf(groups, data.group)
  const offFor = (action: 'case.claim' | 'case.release' | 'case.assign') =>
    offReason(denialReason(viewer, action, facts), groupName)
  // One button: it takes the case, or gives back what is held.
  const canRelease = data.assignee !== null && offFor('case.release') === undefined
  const toggle = canRelease
    ? { verb: 'release' as const, label: 'Release', action: release, off: undefined }
    : { verb: 'claim' as const, label: 'Claim', action: claim, off: offFor('case.claim') }
  const offAssign = offFor('case.assign')
  const isClosed = isTerminal(data.state)
  const wait = isLocked ? 'A decision is on its way' : undefined

  const send = (verb: Press['verb'], body: Press['body'] = {}) => {
    if (!state.isPending && !isLocked) state.press({ caseId, verb, body })
  }
  useCommand(
    isClosed
      ? null
      : {
          id: 'case.claim',
          label: toggle.label,
          section: 'Case',
          keys: 'c',
          off: toggle.off ?? wait,
          run: () => send(toggle.verb),
        },
  )
  useCommand(
    isClosed
      ? null
      : {
          id: 'case.assign',
          label: 'Assign…',
          section: 'Case',
          off: offAssign ?? wait,
          run: () => bar.current?.querySelector<HTMLElement>('button[popovertarget]')?.click(),
        },
  )
  if (isClosed) return null

  const press = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    send(toggle.verb)
  }
  const hand = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const submitter = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null
    closePopover(event.currentTarget)
    send('assign', { assigneeId: submitter?.value })
  }
  const refused = [claimed, released, assigned].find((result) => result && !result.ok)
  const problem = state.problem ?? (refused && !refused.ok ? refused.problem : null)
  const hidden = <input type="hidden" name="caseId" value={caseId} />

  return (
    <div ref={bar} className="flex flex-col gap-2 border-t border-line px-4 py-2">
      <div className="flex flex-wrap items-center gap-1.5">
        <p className="mr-auto text-muted max-sm:basis-full">{holderWords(data, viewer.id)}</p>
        <form action={toggle.action} onSubmit={press}>
          {hidden}
          <Button
            type="submit"
            size="sm"
            pending={state.isPending}
            disabled={isLocked || toggle.off !== undefined}
            title={toggle.off}
            aria-keyshortcuts="c"
          >
            {toggle.label}
            <KeyCaps keys="c" />
          </Button>
        </form>
        <Popover
          trigger="Assign…"
          className={buttonClass('neutral', 'sm')}
          disabled={isLocked || offAssign !== undefined}
          title={offAssign}
          panelClassName="w-56 p-1"
        >
          <form action={assign} onSubmit={hand}>
            {hidden}
            <AssignList data={data} groupName={groupName} />
          </form>
        </Popover>
      </div>
      {problem && <ProblemNote problem={problem} />}
    </div>
  )
}
