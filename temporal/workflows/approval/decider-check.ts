/** Checks that somebody may decide an approval, and asks others where nobody in its group may. */

import { condition, patched, TemporalFailure } from '@temporalio/workflow'
import type { DeciderCount } from '../../contract/activities'
import type { ApprovalView } from '../../contract/cases/approval'
import { deciders } from '../shared/activity-proxies'
import type { CaseRecorder } from '../shared/case-recorder'
import { UNCLAIMED } from './approval-view'

/** Runs before this check went on without one; their histories hold no activity for it. */
const CHECK_DECIDERS_PATCH = 'check-deciders'

type Reason = 'deleted' | 'requester' | 'empty'

const toReason = ({ exists, hasRequester }: DeciderCount): Reason => {
  if (!exists) return 'deleted'
  return hasRequester ? 'requester' : 'empty'
}

interface CheckedApproval {
  readonly view: ApprovalView
  readonly recorder: CaseRecorder<ApprovalView>
  readonly isClosed: boolean
}

export class DeciderCheck {
  private isDue = false

  constructor(private readonly approval: CheckedApproval) {}

  /**
   * Requests a check: at the start, after an escalation, and when people or groups changed. False on replay of what an
   * earlier version handled, perhaps while some workers already ran this one.
   */
  request(): boolean {
    if (!patched(CHECK_DECIDERS_PATCH)) return false
    this.isDue = !this.approval.isClosed
    return true
  }

  /** Runs the checks until the workflow ends, beside its deadline: a check waits as long as Postgres is away. */
  async run(): Promise<never> {
    for (;;) {
      await condition(() => this.isDue)
      this.isDue = false
      const counts = await this.count()
      if (counts && !this.approval.isClosed) this.apply(counts)
    }
  }

  /** Null where the activity failed for good; the sweep of the worker requests another check. */
  private async count(): Promise<DeciderCount[] | null> {
    const { group, fallbackGroup, requester } = this.approval.view
    const groups = [group, ...(fallbackGroup && fallbackGroup !== group ? [fallbackGroup] : [])]
    try {
      return await deciders.countDeciders({ groups, ...(requester.id && { requesterId: requester.id }) })
    } catch (error) {
      if (error instanceof TemporalFailure) return null
      throw error
    }
  }

  private apply(counts: readonly DeciderCount[]): void {
    const { view, recorder } = this.approval
    const asked = counts.find(({ group }) => group === view.group)
    // Escalated meanwhile: that requested a check of its own.
    if (!asked || asked.deciders > 0) return
    const params = { from: asked.group, reason: toReason(asked) }
    const fallback = counts.find(({ group, deciders: count }) => group === view.fallbackGroup && count > 0)
    if (fallback)
      recorder.applyChange(
        { ...UNCLAIMED, group: fallback.group },
        { code: 'groupRedirected', params: { ...params, to: fallback.group } },
      )
    else if (!view.supervisorsMayDecide)
      recorder.applyChange(
        { ...UNCLAIMED, supervisorsMayDecide: true },
        { code: 'openedToSupervisors', params },
      )
  }
}
