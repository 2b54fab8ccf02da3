'use client'

import { type FormEvent, useRef } from 'react'
import * as shortcutKeys from '@/components/keyboard/case-shortcut-keys'
import { useCommand } from '@/components/keyboard/commands'
import { KeyCaps } from '@/components/keyboard/key-caps'
import { Button } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-style'
import { ProblemNote } from '@/components/ui/form/problem-note'
import { useForm } from '@/components/ui/form/use-form'
import { closePopover, Popover } from '@/components/ui/popover'
import { denialReason } from '@/temporal/contract/auth/permissions'
import type { ApprovalData } from '@/temporal/contract/cases/case'
import { isTerminal } from '@/temporal/contract/states'
import { toDisabledReason } from '../case-labels'
import type { CaseMutation } from '../send-mutation'
import { useCaseMutation } from '../use-case-mutation'
import { getGroupName, useViewer } from '../viewer-context'
import { AssignList } from './assign-list'

const assigneeLabel = ({ assignee }: ApprovalData, viewerId: string): string => {
  if (!assignee) return 'Nobody has claimed this'
  return assignee.id === viewerId ? 'You have claimed this' : `${assignee.name} has claimed this`
}

/**
 * The assignee of the case, with claim, release and assign.
 * @param isLocked a decision is pending
 */
export const AssignmentBar = ({ data, isLocked }: { data: ApprovalData; isLocked: boolean }) => {
  const { viewer, groups, actions } = useViewer()
  const claim = useForm(actions.claim)
  const release = useForm(actions.release)
  const assign = useForm(actions.assign)
  const mutation = useCaseMutation()
  const bar = useRef<HTMLDivElement>(null)

  const caseId = data.approvalId
  const facts = { group: data.group, assigneeId: data.assignee?.id ?? null, state: data.state }
  const groupName = getGroupName(groups, data.group)
  const disabledReasonFor = (action: 'case.claim' | 'case.release' | 'case.assign') =>
    toDisabledReason(denialReason(viewer, action, facts), groupName)
  // One button: claim, or release where the viewer may.
  const canRelease = data.assignee !== null && disabledReasonFor('case.release') === undefined
  const toggle = canRelease
    ? { verb: 'release' as const, label: 'Release', form: release, disabledReason: undefined }
    : {
        verb: 'claim' as const,
        label: 'Claim',
        form: claim,
        disabledReason: disabledReasonFor('case.claim'),
      }
  const assignDisabledReason = disabledReasonFor('case.assign')
  const isClosed = isTerminal(data.state)
  const lockedReason = isLocked ? 'A decision is on its way' : undefined

  const send = (made: CaseMutation) => {
    if (!mutation.isPending && !isLocked) mutation.mutate(made)
  }
  useCommand(
    isClosed
      ? null
      : {
          id: 'case.claim',
          label: toggle.label,
          section: 'Case',
          keys: shortcutKeys.claim,
          disabledReason: toggle.disabledReason ?? lockedReason,
          run: () => send({ caseId, verb: toggle.verb, body: {} }),
        },
  )
  useCommand(
    isClosed
      ? null
      : {
          id: 'case.assign',
          label: 'Assign…',
          section: 'Case',
          disabledReason: assignDisabledReason ?? lockedReason,
          run: () => bar.current?.querySelector<HTMLElement>('button[popovertarget]')?.click(),
        },
  )
  if (isClosed) return null

  const submitToggle = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    send({ caseId, verb: toggle.verb, body: {} })
  }
  const submitAssign = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const submitter = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null
    closePopover(event.currentTarget)
    send({ caseId, verb: 'assign', body: { assigneeId: submitter?.value ?? '' } })
  }
  const problem = mutation.problem ?? claim.problem ?? release.problem ?? assign.problem

  return (
    <div ref={bar} className="flex flex-col gap-2 border-t border-line px-4 py-2">
      <div className="flex flex-wrap items-center gap-1.5">
        <p className="mr-auto text-muted max-sm:basis-full">{assigneeLabel(data, viewer.id)}</p>
        <form action={toggle.form.submit} onSubmit={submitToggle}>
          <input type="hidden" name="caseId" value={caseId} />
          <Button
            type="submit"
            size="sm"
            pending={mutation.isPending}
            disabled={isLocked || toggle.disabledReason !== undefined}
            title={toggle.disabledReason}
            aria-keyshortcuts={shortcutKeys.claim}
          >
            {toggle.label}
            <KeyCaps keys={shortcutKeys.claim} />
          </Button>
        </form>
        <Popover
          trigger="Assign…"
          className={buttonClass('neutral', 'sm')}
          disabled={isLocked || assignDisabledReason !== undefined}
          title={assignDisabledReason}
          panelClassName="w-56 p-1"
        >
          <form action={assign.submit} onSubmit={submitAssign}>
            <input type="hidden" name="caseId" value={caseId} />
            <AssignList data={data} groupName={groupName} />
          </form>
        </Popover>
      </div>
      {problem && <ProblemNote problem={problem} />}
    </div>
  )
}
