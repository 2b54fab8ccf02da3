'use client'

import { useActionState, useContext, useEffect, useRef, useState } from 'react'
import { KeyCaps } from '@/components/commands/key-caps'
import { Banner } from '@/components/ui/banner'
import { LinkButton } from '@/components/ui/link-button'
import { denialReason } from '@/temporal/contract/auth/permissions'
import type { ApprovalDecision } from '@/temporal/contract/cases/approval'
import type { ApprovalData, CaseView } from '@/temporal/contract/cases/case'
import type { Problem } from '@/temporal/contract/problem'
import { type Answer, DecisionForm } from './decision-form'
import { DecisionResult, isDecided } from './decision-result'
import { SectionLevel } from './facts'
import { rememberReason } from './recent-reasons'
import { TaskBar } from './task-bar'
import { useKeptRoom } from './use-kept-room'
import { usePress } from './use-press'
import { groupNameOf, useViewing } from './viewer'
import { offReason } from './words'

/** Where to go once this case is decided. */
export interface NextCase {
  href: string
  label: string
}

/** Who or what was faster, as the refusal tells it. */
const winnerOf = (problem: Problem | null): ApprovalDecision | null =>
  problem?.status === 409 ? ((problem.decision as ApprovalDecision | undefined) ?? null) : null

interface Props {
  /** The approval that asks, also on the page of its order. */
  asking: CaseView
  data: ApprovalData
  next: NextCase | null
}

/** What the case needs from a person, and once it was given, the result in the same place. */
export const DecisionCard = ({ asking, data, next }: Props) => {
  const { viewer, groups, actions } = useViewing()
  const state = usePress()
  const [posted, post] = useActionState(actions.decide, null)
  const [comment, setComment] = useState(posted?.words ?? '')
  const [isMine, setMine] = useState(false)
  const Heading = `h${useContext(SectionLevel)}` as const
  const card = useRef<HTMLElement>(null)
  const after = useRef<HTMLDivElement>(null)
  const { approvalId: caseId, group, requester, assignee } = data
  const winner = winnerOf(state.problem ?? (posted && !posted.ok ? posted.problem : null))
  const decision = data.decision ?? winner
  const decided = isDecided(data.state, decision)
  const interaction = asking.activeInteraction

  useKeptRoom(card, !decided, !state.sent)

  // The pressed button is gone: the focus goes to what comes next instead of to nowhere.
  useEffect(() => {
    if (decided && state.sent) (after.current?.querySelector('a') ?? after.current)?.focus()
  }, [decided, state.sent])

  const answer = ({ decision: value, comment: words }: Answer) => {
    const body = {
      decision: value,
      interactionId: interaction?.interactionId,
      ...(words && { comment: words }),
    }
    const onSuccess = () => {
      setMine(true)
      if (words) rememberReason(words)
    }
    state.press({ caseId, verb: 'decision', body }, { onSuccess })
  }
  const groupName = groupNameOf(groups, group)
  const facts = { group, requesterId: requester.id, assigneeId: assignee?.id ?? null, state: data.state }
  const off = offReason(denialReason(viewer, 'case.decide', facts), groupName)

  return (
    <section ref={card} aria-label="Decision" aria-live="polite">
      {decided ? (
        <div ref={after} tabIndex={-1} className="rounded-lg">
          <DecisionResult state={data.state} decision={decision} isLost={!isMine && winner !== null}>
            {comment && !isMine && !posted?.ok && (
              <p className="mt-1 text-muted">You had typed: “{comment}”</p>
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
              <Heading>{interaction.prompt}</Heading>
              {off && <p className="text-muted">{off}.</p>}
            </div>
            {state.isUnheard && (
              <Banner tone="waiting" title="We have not heard back; checking…">
                Your answer was sent. It is counted once, however often we ask.
              </Banner>
            )}
            <DecisionForm
              caseId={caseId}
              interactionId={interaction.interactionId}
              actions={interaction.payload.actions}
              off={off}
              heldBy={assignee && assignee.id !== viewer.id ? assignee.name : null}
              state={state}
              posted={posted}
              post={post}
              comment={comment}
              onComment={setComment}
              onAnswer={answer}
            />
          </div>
          <TaskBar data={data} isLocked={state.isPending} />
        </div>
      ) : null}
    </section>
  )
}
