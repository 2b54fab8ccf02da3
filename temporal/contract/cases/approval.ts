/** The approval: one human decision with its policy. */

import type { z } from 'zod'
import type { Person } from '../auth/actor'
import type { ApprovalDataSchema } from '../schemas/case-response'
import type { approvalDecision, deadlineAction } from '../schemas/response-fields'
import type { TerminalApprovalState } from '../states'
import type { StreamEntry } from './activity-stream'
import type { Interaction } from './interaction'
import type { Mention } from './mentions'

export const DECISIONS = ['approved', 'rejected'] as const
export type Decision = (typeof DECISIONS)[number]

/** The group of an approval that names none. */
export const DEFAULT_GROUP = 'risk'

export const MAX_COMMENT_LENGTH = 4_000
/** Mentions that one comment may hold; each sends a mail. */
export const MAX_MENTIONS = 10
export const PRIORITIES = [0, 1, 2, 3] as const

/** Action at the deadline. `escalate` asks another group once, for as long again, and then rejects. */
export type DeadlineAction = z.output<typeof deadlineAction>

/** The group that decides, and the deadline. Durations are milliseconds; null means never. */
export interface ApprovalPolicy {
  group: string
  deadlineMs: number | null
  reminderMs: number | null
  onDeadline: DeadlineAction
  /** Asked when nobody in the asked group may decide; without one, or where nobody in it may either, supervisors decide. */
  fallbackGroup?: string | null
}

/** The groups that a policy names, each once. */
export const getPolicyGroups = ({ group, onDeadline, fallbackGroup }: ApprovalPolicy): string[] => [
  ...new Set([
    group,
    ...(onDeadline.action === 'escalate' ? [onDeadline.group] : []),
    ...(fallbackGroup ? [fallbackGroup] : []),
  ]),
]

export interface ApprovalInput {
  approvalId: string
  title: string
  requester: Person
  policy: ApprovalPolicy
  /** 0 lowest to 3 urgent. */
  priority: number
  amountCents: number | null
  currency: string | null
  /** The order that needs the approval, or null for a stand-alone approval. */
  orderId: string | null
  prompt: string
  /** Plain JSON, shown to the approver. */
  payload: Record<string, unknown>
  /** Hash of the request's body: the same idempotency key with another body is refused. */
  requestHash: string | null
  /** Set by continue-as-new only. */
  resume?: ApprovalResume
}

/** The state that continue-as-new passes to the next run. */
export interface ApprovalResume {
  view: ApprovalView
  written: ProjectionCursor
}

/** The last version and the last stream entry that were written to the projection. */
export interface ProjectionCursor {
  version: number
  entryId: number
}

/** The recorded decision, by a person or by the deadline. */
export type ApprovalDecision = z.output<typeof approvalDecision>

/** Result of the query `getApprovalState`. */
export interface ApprovalView extends z.output<typeof ApprovalDataSchema> {
  kind: 'approval'
  version: number
  createdAt: string
  updatedAt: string
  interaction: Interaction | null
  requestHash: string | null
  /** The newest entries; older ones are in `case_events`. */
  stream: StreamEntry[]
}

/** Result of an approval for the order that started it. */
export interface ApprovalResult {
  state: TerminalApprovalState
  decision: ApprovalDecision | null
}

/** The actor in an update, with the groups that the workflow checks. */
export interface UpdateActor extends Person {
  id: string
  groups: readonly string[]
  /** May assign and release for any group and decide what a colleague holds; nobody decides outside their groups. */
  supervises: boolean
}

export interface DecideInput {
  actor: UpdateActor
  decision: Decision
  comment: string | null
  /** The open interaction unless given. */
  interactionId?: string
  /** Refused when the case has moved on. */
  expectedVersion?: number
}

export interface ClaimInput {
  actor: UpdateActor
}

/** Why somebody lost their claim: banned, no longer of the staff, no longer in the asked group. */
export const RELEASE_REASONS = ['banned', 'role', 'group'] as const
export type ReleaseReason = (typeof RELEASE_REASONS)[number]

export interface ReleaseInput extends ClaimInput {
  /** Refused when somebody else holds it. Anybody who holds it unless given. */
  holderId?: string
  /** Absent where a person gives a case back. */
  reason?: ReleaseReason
}

export interface AssignInput {
  actor: UpdateActor
  assignee: UpdateActor
}

export interface CommentInput {
  actor: UpdateActor
  text: string
  /** Absent in comments without mentions. */
  mentions?: readonly Mention[]
}
