/** The state of one approval and the only ways it changes. */

import { allHandlersFinished, condition, workflowInfo } from '@temporalio/workflow'
import type { NotifyInput } from '../contract/activities'
import type {
  ApprovalDecision,
  ApprovalInput,
  ApprovalView,
  AssignInput,
  CommentInput,
  DecideInput,
  UpdateActor,
} from '../contract/approval'
import { numberOf } from '../contract/ids'
import { distinctMentions, mentionParams } from '../contract/mentions'
import type { Person } from '../contract/people'
import { isTerminal } from '../contract/states'
import { OUTSIDE } from '../contract/stream'
import { Announcer, now } from './announcer'
import { decisionButtons } from './approval-interaction'
import { reasonOf } from './failures'
import { saveApproval } from './save'
import { notification } from './steps'

/** ISO time `ms` from now on the workflow's clock, or null for never. */
const after = (ms: number | null): string | null =>
  ms === null ? null : new Date(Date.now() + ms).toISOString()

const personOf = ({ id, name }: UpdateActor): Person => ({ id, name })

const firstView = (input: ApprovalInput): ApprovalView => {
  const { workflowId, runId } = workflowInfo()
  const at = now()
  const { approvalId, orderId, policy } = input
  return {
    kind: 'approval',
    approvalId,
    number: numberOf(orderId ?? approvalId),
    workflowId,
    runId,
    state: 'OPEN',
    version: 0,
    createdAt: at,
    updatedAt: at,
    title: input.title,
    requester: input.requester,
    group: policy.group,
    assignee: null,
    priority: input.priority,
    dueAt: after(policy.deadlineMs),
    remindAt: after(policy.reminderMs),
    onDeadline: policy.onDeadline,
    amountCents: input.amountCents,
    currency: input.currency,
    orderId,
    payload: input.payload,
    round: 1,
    interaction: decisionButtons(input, 1),
    decision: null,
    requestHash: input.requestHash,
    stream: [],
  }
}

export class ApprovalCase {
  readonly view: ApprovalView
  readonly announcer: Announcer<ApprovalView>
  private messagesUnderWay = 0
  private handledAt = 0

  constructor(readonly input: ApprovalInput) {
    const { resume } = input
    this.view = resume ? { ...resume.view, runId: workflowInfo().runId } : firstView(input)
    this.announcer = new Announcer(this.view, saveApproval, resume?.written)
  }

  get isClosed(): boolean {
    return isTerminal(this.view.state)
  }

  /** Read by the workflow's clock, also when the worker was down as it passed. */
  get isOverdue(): boolean {
    return this.view.dueAt !== null && Date.now() >= Date.parse(this.view.dueAt)
  }

  opened(): void {
    this.announcer.announce({}, { code: 'approvalOpened', params: { group: this.view.group } })
  }

  claim(actor: UpdateActor): void {
    if (this.view.assignee?.id === actor.id) return
    const assignee = personOf(actor)
    this.announcer.announce({ state: 'CLAIMED', assignee }, { code: 'claimed', sender: assignee })
  }

  release(actor: UpdateActor): void {
    const holder = this.view.assignee?.name ?? actor.name
    this.announcer.announce(
      { state: 'OPEN', assignee: null },
      { code: 'released', params: { holder }, sender: personOf(actor) },
    )
  }

  assign({ actor, assignee }: AssignInput): void {
    this.announcer.announce(
      { state: 'CLAIMED', assignee: personOf(assignee) },
      {
        code: 'assigned',
        params: { assignee: assignee.name, from: this.view.assignee?.name ?? '' },
        sender: personOf(actor),
      },
    )
  }

  /** Those it mentions are written to where the entry is stored: the history holds the text no second time. */
  comment({ actor, text, mentions = [] }: CommentInput): void {
    const params = { text, ...mentionParams(distinctMentions(mentions)) }
    this.announcer.announce({}, { code: 'commented', params, sender: personOf(actor) })
  }

  decide({ actor, decision, comment }: DecideInput): void {
    const by = personOf(actor)
    this.close(
      decision === 'approved' ? 'APPROVED' : 'REJECTED',
      {
        decision,
        by,
        at: now(),
        comment,
        via: 'person',
        interactionId: this.view.interaction?.interactionId ?? '',
      },
      { code: decision, params: comment ? { comment } : {}, sender: by },
    )
  }

  /** Temporal's Cancel, from the order that closed or from a person there. */
  withdraw(): void {
    if (this.isClosed) return
    const reason = this.view.orderId === null ? 'cancelled in Temporal' : 'its order no longer needs it'
    this.close('WITHDRAWN', null, { code: 'withdrawn', params: { reason }, sender: OUTSIDE })
  }

  /** The policy's action: escalate once, else end as expired with a decision that no person made. */
  deadlinePassed(): void {
    const { onDeadline, interaction } = this.view
    if (onDeadline.action === 'escalate') {
      this.escalate(onDeadline.group)
      return
    }
    const decision = onDeadline.action === 'approve' ? 'approved' : 'rejected'
    this.close(
      'EXPIRED',
      {
        decision,
        by: null,
        at: now(),
        comment: null,
        via: 'deadline',
        interactionId: interaction?.interactionId ?? '',
      },
      { code: 'expired', params: { action: onDeadline.action } },
    )
  }

  remind(): void {
    this.announcer.announce({ remindAt: null }, { code: 'reminded' })
    const { number, title, group } = this.view
    this.tell({ message: 'approvalReminder', params: { number, title, group } })
  }

  ignore(signal: string): void {
    if (this.isClosed) return
    const params = { signal: signal.slice(0, 100), reason: 'no such signal' }
    this.announcer.announce({}, { code: 'signalIgnored', params, sender: OUTSIDE })
  }

  /**
   * A long discussion may move to a fresh history: no message is under way, and no update was handled in this very
   * task. One whose reply leaves together with the end of its run is sent to the next run again, and counted twice.
   */
  get isIdle(): boolean {
    const isQuiet = workflowInfo().historyLength > this.handledAt
    return isQuiet && this.messagesUnderWay === 0 && allHandlersFinished()
  }

  /** Notes that an update is handled in this task. */
  handling(): void {
    this.handledAt = workflowInfo().historyLength
  }

  /** The last await: messages kept or given up, everything written, no handler at work. */
  async settle(): Promise<void> {
    await condition(() => this.messagesUnderWay === 0)
    await this.announcer.flush()
  }

  /** Beside the flow. The message is kept by this and sent by the postman, for whom nobody waits. */
  private tell(letter: Omit<NotifyInput, 'caseId'>): void {
    const { message } = letter
    this.messagesUnderWay += 1
    void notification
      .notify({ caseId: this.view.approvalId, ...letter })
      .catch((error: unknown) =>
        this.announcer.announce(
          {},
          { code: 'notificationFailed', params: { message, error: reasonOf(error) } },
        ),
      )
      .finally(() => {
        this.messagesUnderWay -= 1
      })
  }

  private escalate(group: string): void {
    const { group: from, round, dueAt: dueFrom } = this.view
    const { policy } = this.input
    const dueAt = after(policy.deadlineMs)
    this.announcer.announce(
      {
        state: 'OPEN',
        assignee: null,
        group,
        dueAt,
        remindAt: after(policy.reminderMs),
        onDeadline: { action: 'reject' },
        round: round + 1,
        interaction: decisionButtons(this.input, round + 1),
      },
      { code: 'escalated', params: { from, to: group, dueFrom: dueFrom ?? '', dueTo: dueAt ?? '' } },
    )
  }

  private close(
    state: 'APPROVED' | 'REJECTED' | 'EXPIRED' | 'WITHDRAWN',
    decision: ApprovalDecision | null,
    note: Parameters<Announcer<ApprovalView>['announce']>[1],
  ): void {
    this.announcer.announce({ state, decision, interaction: null, remindAt: null }, ...(note ? [note] : []))
  }
}
