'use client'

import { type FormEvent, useRef, useState } from 'react'
import { useCommand } from '@/components/keyboard/commands'
import { buttonClass } from '@/components/ui/button-style'
import { ProblemNote } from '@/components/ui/form/problem-note'
import { useForm } from '@/components/ui/form/use-form'
import { closePopover, Popover } from '@/components/ui/popover'
import { denialReason } from '@/temporal/contract/auth/permissions'
import type { ApprovalData } from '@/temporal/contract/cases/case'
import { isTerminal } from '@/temporal/contract/states'
import { isolateText } from '@/temporal/contract/text/isolate-text'
import { toDisabledReason, toResource } from '../case-labels'
import type { CaseMutation } from '../send-mutation'
import { useCaseMutation } from '../use-case-mutation'
import { getGroupName, useViewer } from '../viewer-context'
import { AssignList } from './assign-list'
import { HolderButton, type HolderVerb } from './holder-button'
import { offeredVerbs, toSlots } from './offered-verbs'

const assigneeLabel = ({ assignee }: ApprovalData, viewerId: string): string => {
  if (!assignee) return 'Nobody has claimed this'
  return assignee.id === viewerId ? 'You have claimed this' : `${isolateText(assignee.name)} has claimed this`
}

/**
 * The assignee of the case, with claim, release, take over and assign.
 * @param isLocked a decision is pending
 */
export const AssignmentBar = ({ data, isLocked }: { data: ApprovalData; isLocked: boolean }) => {
  const { viewer, groups, actions } = useViewer()
  const forms = {
    claim: useForm(actions.claim),
    release: useForm(actions.release),
    takeOver: useForm(actions.takeOver),
  }
  const assign = useForm(actions.assign)
  const mutation = useCaseMutation()
  const bar = useRef<HTMLDivElement>(null)
  const [pressedSlot, setPressedSlot] = useState(0)

  const caseId = data.approvalId
  const groupName = getGroupName(groups, data.group)
  const disabledReasonFor = (verb: HolderVerb | 'assign') =>
    toDisabledReason(denialReason(viewer, `case.${verb}`, toResource(data)), groupName)
  const canRelease = data.assignee !== null && disabledReasonFor('release') === undefined
  const assignDisabledReason = disabledReasonFor('assign')
  const isClosed = isTerminal(data.state)
  const lockedReason = isLocked ? 'A decision is on its way' : undefined

  const send = (made: CaseMutation) => {
    if (!mutation.isPending && !isLocked) mutation.mutate(made)
  }
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

  const submitAssign = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const submitter = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null
    closePopover(event.currentTarget)
    send({ caseId, verb: 'assign', body: { assigneeId: submitter?.value ?? '' } })
  }
  const verbs = offeredVerbs(data, viewer.id, canRelease)
  const slots = toSlots(verbs.length, pressedSlot)
  const problem =
    mutation.problem ??
    forms.claim.problem ??
    forms.release.problem ??
    forms.takeOver.problem ??
    assign.problem

  return (
    <div ref={bar} className="flex flex-col gap-2 border-t border-line px-4 py-2">
      <div className="flex flex-wrap items-center gap-1.5">
        <p className="mr-auto text-muted max-sm:basis-full">{assigneeLabel(data, viewer.id)}</p>
        {verbs.map((verb, n) => (
          <HolderButton
            key={slots[n]}
            verb={verb}
            caseId={caseId}
            form={forms[verb]}
            isPending={mutation.isPending}
            disabledReason={disabledReasonFor(verb)}
            lockedReason={lockedReason}
            onPress={() => {
              setPressedSlot(slots[n] ?? 0)
              send({ caseId, verb, body: {} })
            }}
          />
        ))}
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
