'use client'

import { useContext, useEffect, useRef, useState } from 'react'
import { KeyCaps } from '@/components/keyboard/key-caps'
import { Banner } from '@/components/ui/banner'
import { fieldValue } from '@/components/ui/form/form-state'
import { useForm } from '@/components/ui/form/use-form'
import { LinkButton } from '@/components/ui/link-button'
import { UserText } from '@/components/ui/user-text'
import { denialReason } from '@/temporal/contract/auth/permissions'
import type { ApprovalDecision, Decision } from '@/temporal/contract/cases/approval'
import type { ApprovalData, CaseView } from '@/temporal/contract/cases/case'
import type { Problem } from '@/temporal/contract/problem'
import { toDisabledReason, toResource } from '../case-labels'
import { SectionLevel } from '../details/facts'
import { removeDraft } from '../draft/draft-store'
import { useDraft } from '../draft/use-draft'
import { useCaseMutation } from '../use-case-mutation'
import { getGroupName, useViewer } from '../viewer-context'
import { AssignmentBar } from './assignment-bar'
import { DecisionForm, type DecisionInput } from './decision-form'
import { DecisionResult, isDecided } from './decision-result'
import { saveReason } from './recent-reasons'
import { useReservedSpace } from './use-reserved-space'

/** Link to the next case, shown after the decision. */
export interface NextCaseLink {
  href: string
  label: string
}

/** The decision of somebody else, from a 409. */
const competingDecision = (problem: Problem | null): ApprovalDecision | null =>
  problem?.status === 409 ? ((problem.decision as ApprovalDecision | undefined) ?? null) : null

interface Props {
  /** The approval, also on the page of its order. */
  approval: CaseView
  data: ApprovalData
  next: NextCaseLink | null
}

/** The interaction of a case, and its result in the same place. */
export const DecisionCard = ({ approval, data, next }: Props) => {
  const { viewer, groups, actions } = useViewer()
  const mutation = useCaseMutation()
  const form = useForm(actions.decide)
  const [isMine, setMine] = useState(false)
  const Heading = `h${useContext(SectionLevel)}` as const
  const card = useRef<HTMLElement>(null)
  const after = useRef<HTMLDivElement>(null)
  const { approvalId: caseId, group, assignee } = data
  const { text: comment, update } = useDraft(caseId, 'reason', fieldValue(form, 'comment'))
  const competing = competingDecision(mutation.problem ?? form.problem)
  const decision = data.decision ?? competing
  const decided = isDecided(data.state, decision)
  const interaction = approval.activeInteraction

  useReservedSpace(card, !decided, !mutation.sent)

  // It can no longer be sent: what was typed is shown beside the decision, and not kept.
  useEffect(() => {
    if (decided) removeDraft(caseId, 'reason')
  }, [decided, caseId])

  // The button that had the focus is gone: focus the next link instead.
  useEffect(() => {
    if (decided && mutation.sent) (after.current?.querySelector('a') ?? after.current)?.focus()
  }, [decided, mutation.sent])

  const decide = ({ decision: value, comment: reason }: DecisionInput) => {
    const body = {
      decision: value as Decision,
      interactionId: interaction?.interactionId,
      ...(reason && { comment: reason }),
    }
    const onSuccess = () => {
      setMine(true)
      if (reason) saveReason(reason)
    }
    mutation.mutate({ caseId, verb: 'decision', body }, { onSuccess })
  }
  const groupName = getGroupName(groups, group)
  const disabledReason = toDisabledReason(
    denialReason(viewer, 'case.decide', toResource(data)),
    groupName,
    assignee?.name,
  )

  return (
    <section ref={card} aria-label="Decision" aria-live="polite">
      {decided ? (
        <div ref={after} tabIndex={-1} className="rounded-lg">
          <DecisionResult state={data.state} decision={decision} isOvertaken={!isMine && competing !== null}>
            {comment && !isMine && !form.state?.ok && (
              <p className="mt-1 text-muted">
                You had typed: “<UserText>{comment}</UserText>”
              </p>
            )}
            {next && (
              <p className="mt-2">
                <LinkButton size="sm" href={next.href} prefetch={false}>
                  {next.label}
                  <KeyCaps keys="enter" />
                </LinkButton>
              </p>
            )}
          </DecisionResult>
        </div>
      ) : interaction?.interactionType === 'action_buttons' ? (
        <div className="rounded-lg border border-line-strong/50 bg-surface">
          <div className="flex flex-col gap-3 p-4">
            <div>
              <Heading dir="auto">{interaction.prompt}</Heading>
              {disabledReason && <p className="text-muted">{disabledReason}.</p>}
            </div>
            {mutation.isOutcomeUnknown && (
              <Banner tone="waiting" title="We have not heard back; checking…">
                Your answer was sent. It is counted once, however often we ask.
              </Banner>
            )}
            <DecisionForm
              caseId={caseId}
              interactionId={interaction.interactionId}
              actions={interaction.payload.actions}
              disabledReason={disabledReason}
              claimedBy={assignee && assignee.id !== viewer.id ? assignee.name : null}
              mutation={mutation}
              form={form}
              comment={comment}
              onComment={(text) => update({ text })}
              onDecide={decide}
            />
          </div>
          <AssignmentBar data={data} isLocked={mutation.isPending} />
        </div>
      ) : null}
    </section>
  )
}
