/** The state of one approval and every method that changes it. */

import { condition, workflowInfo } from '@temporalio/workflow'
import type { NotifyInput } from '../../contract/activities'
import type {
  ApprovalDecision,
  ApprovalInput,
  ApprovalView,
  CommentInput,
  DecideInput,
} from '../../contract/cases/approval'
import { dedupeMentions, toMentionParams } from '../../contract/cases/mentions'
import { EXTERNAL_SYSTEM } from '../../contract/cases/senders'
import { isTerminal } from '../../contract/states'
import { normaliseLines } from '../../contract/text/normalise-text'
import { notification } from '../shared/activity-proxies'
import { CaseRecorder, type NewEntry, now } from '../shared/case-recorder'
import { toFailureMessage } from '../shared/failures'
import { writeApproval } from '../shared/projection-writer'
import { toSignalLabel } from '../shared/signal-label'
import { createInitialView, toPerson, toTimestampAfter } from './approval-view'
import { DeciderCheck } from './decider-check'
import { createDecisionInteraction } from './decision-interaction'

export class ApprovalCase {
  readonly view: ApprovalView
  readonly recorder: CaseRecorder<ApprovalView>
  readonly deciders = new DeciderCheck(this)
  private pendingNotifications = 0

  constructor(readonly input: ApprovalInput) {
    const { resume } = input
    this.view = resume ? { ...resume.view, runId: workflowInfo().runId } : createInitialView(input)
    this.recorder = new CaseRecorder(this.view, writeApproval, resume?.written)
  }

  get isClosed(): boolean {
    return isTerminal(this.view.state)
  }

  /** By the workflow's clock, so it holds too when no worker ran at the deadline. */
  get isOverdue(): boolean {
    return this.view.dueAt !== null && Date.now() >= Date.parse(this.view.dueAt)
  }

  recordOpened(): void {
    this.recorder.applyChange({}, { code: 'approvalOpened', params: { group: this.view.group } })
  }

  /** Mentioned people get their mail from the activity that stores the entry, so the history holds the text once. */
  comment({ actor, text, mentions = [] }: CommentInput): void {
    const params = { text: normaliseLines(text), ...toMentionParams(dedupeMentions(mentions)) }
    this.recorder.applyChange({}, { code: 'commented', params, sender: toPerson(actor) })
  }

  decide({ actor, decision, comment: sent }: DecideInput): void {
    const by = toPerson(actor)
    const comment = sent && normaliseLines(sent)
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

  /** Handles Temporal's Cancel, which the closing order or a person in Temporal's UI sends. */
  withdraw(): void {
    if (this.isClosed) return
    const reason = this.view.orderId === null ? 'cancelled in Temporal' : 'its order no longer needs it'
    this.close('WITHDRAWN', null, { code: 'withdrawn', params: { reason }, sender: EXTERNAL_SYSTEM })
  }

  /** Applies the policy: escalates once, else closes as expired with a decision that no person made. */
  handleDeadline(): void {
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

  sendReminder(): void {
    this.recorder.applyChange({ remindAt: null }, { code: 'reminded' })
    const { number, title, group } = this.view
    this.notifyGroup({ message: 'approvalReminder', params: { number, title, group } })
  }

  recordIgnoredSignal(signal: string): void {
    if (this.isClosed) return
    const params = { signal: toSignalLabel(signal), reason: 'no such signal' }
    this.recorder.applyChange({}, { code: 'signalIgnored', params, sender: EXTERNAL_SYSTEM })
  }

  /** True when the run may continue as new: no notification is pending and every update has its reply. */
  get isIdle(): boolean {
    return this.pendingNotifications === 0 && this.recorder.areUpdatesReplied
  }

  /** The last await: notifications stored or given up, everything written, no handler running. */
  async drain(): Promise<void> {
    await condition(() => this.pendingNotifications === 0)
    await this.recorder.flush()
  }

  /** Stores a message in the outbox without blocking the workflow; the mail sender sends it. */
  private notifyGroup(input: Omit<NotifyInput, 'caseId'>): void {
    const { message } = input
    this.pendingNotifications += 1
    void notification
      .notify({ caseId: this.view.approvalId, ...input })
      .catch((error: unknown) =>
        this.recorder.applyChange(
          {},
          { code: 'notificationFailed', params: { message, error: toFailureMessage(error) } },
        ),
      )
      .finally(() => {
        this.pendingNotifications -= 1
      })
  }

  private escalate(group: string): void {
    const { group: from, round, dueAt: dueFrom } = this.view
    const { policy } = this.input
    const dueAt = toTimestampAfter(policy.deadlineMs)
    this.recorder.applyChange(
      {
        state: 'OPEN',
        assignee: null,
        claimedAt: null,
        group,
        supervisorsMayDecide: false,
        dueAt,
        remindAt: toTimestampAfter(policy.reminderMs),
        onDeadline: { action: 'reject' },
        round: round + 1,
        interaction: createDecisionInteraction(this.input, round + 1),
      },
      { code: 'escalated', params: { from, to: group, dueFrom: dueFrom ?? '', dueTo: dueAt ?? '' } },
    )
    this.deciders.request()
  }

  private close(
    state: 'APPROVED' | 'REJECTED' | 'EXPIRED' | 'WITHDRAWN',
    decision: ApprovalDecision | null,
    entry: NewEntry,
  ): void {
    this.recorder.applyChange({ state, decision, interaction: null, remindAt: null }, entry)
  }
}
