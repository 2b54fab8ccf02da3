/** What a case will look like once a press is through: shown at once, and gone by itself where it is refused. */

import type { Actor, Person } from '@/temporal/contract/auth/actor'
import {
  type ActivityStreamItem,
  renderEntry,
  type StreamCode,
  type StreamEntry,
} from '@/temporal/contract/cases/activity-stream'
import type { ApprovalData, CaseView } from '@/temporal/contract/cases/case'
import { dedupeMentions, toMentionParams } from '@/temporal/contract/cases/mentions'
import { isTerminal } from '@/temporal/contract/states'
import type { CaseMutation } from './mutation'

/** Ids of entries that the server has not confirmed yet; no workflow counts as far. */
const FIRST_OPTIMISTIC_ID = 2 ** 40
export const isOptimistic = ({ id }: Pick<StreamEntry, 'id'>): boolean => id >= FIRST_OPTIMISTIC_ID

/** A press on its way; `lastId` is the last entry that was known as it was made. */
export interface PendingMutation extends CaseMutation {
  lastId: number
}

interface OptimisticPatch {
  entry: Pick<StreamEntry, 'code' | 'params'>
  change: Partial<Pick<ApprovalData, 'assignee' | 'state'>>
}

const PATCHES: Partial<
  Record<
    CaseMutation['verb'],
    (body: CaseMutation['body'], me: Person, people: readonly Person[]) => OptimisticPatch | null
  >
> = {
  claim: (_, me) => ({ entry: { code: 'claimed', params: {} }, change: { assignee: me, state: 'CLAIMED' } }),
  release: () => ({ entry: { code: 'released', params: {} }, change: { assignee: null, state: 'OPEN' } }),
  assign: ({ assigneeId }, _, people) => {
    const assignee = people.find(({ id }) => id === assigneeId)
    if (!assignee) return null
    const note = { code: 'assigned', params: { assignee: assignee.name } } as const
    return { entry: note, change: { assignee, state: 'CLAIMED' } }
  },
  comment: ({ text, mentions }) => ({
    entry: {
      code: 'commented',
      params: {
        text: String(text),
        ...toMentionParams(dedupeMentions(Array.isArray(mentions) ? mentions : [])),
      },
    },
    change: {},
  }),
}

/** The server's own entry is there already: the answer is only a moment behind. */
const hasArrived = (
  stream: readonly ActivityStreamItem[],
  { lastId }: PendingMutation,
  patchEntry: OptimisticPatch['entry'],
  me: Person,
) =>
  stream.some(
    (entry) =>
      entry.id > lastId &&
      !isOptimistic(entry) &&
      entry.code === patchEntry.code &&
      entry.sender.id === me.id &&
      entry.params.text === patchEntry.params.text,
  )

const ASSIGNMENT_CODES: readonly StreamCode[] = ['claimed', 'released', 'assigned', 'escalated']

/** Somebody else was faster: the case has ended, or changed hands since the press. What is true is shown. */
const isOvertaken = (
  { caseDetails, activityStream }: CaseView,
  { lastId }: PendingMutation,
  { change }: OptimisticPatch,
): boolean =>
  isTerminal(caseDetails.status) ||
  (change.state !== undefined &&
    activityStream.some(
      (entry) => entry.id > lastId && !isOptimistic(entry) && ASSIGNMENT_CODES.includes(entry.code),
    ))

const later = (a: string, b: string): string => (a > b ? a : b)

/**
 * The view of an approval with what the press will change; the same view where nothing is foreseen, as for a
 * decision, which is never shown before the server has taken it, and where somebody else was faster.
 * @param nowIso the browser's clock; an entry never stands before the last one
 */
export const applyOptimisticUpdate = (
  view: CaseView,
  mutation: PendingMutation,
  viewer: Pick<Actor, 'id' | 'name'>,
  people: readonly Person[],
  nowIso: string,
): CaseView => {
  const me = { id: viewer.id, name: viewer.name }
  const patch = PATCHES[mutation.verb]?.(mutation.body, me, people)
  if (!patch || isOvertaken(view, mutation, patch)) return view
  if (hasArrived(view.activityStream, mutation, patch.entry, me)) return view
  const { caseDetails, activityStream } = view
  // Each an id of its own: several presses may be on their way.
  const id = Math.max(FIRST_OPTIMISTIC_ID, (activityStream.at(-1)?.id ?? 0) + 1)
  const timestamp = later(nowIso, activityStream.at(-1)?.timestamp ?? '')
  const caseData = { ...caseDetails.caseData, ...patch.change } as ApprovalData
  return {
    ...view,
    caseDetails: {
      ...caseDetails,
      caseData,
      status: caseData.state,
      assignee: caseData.assignee ? [caseData.assignee] : [],
    },
    activityStream: [...activityStream, renderEntry({ id, sender: me, timestamp, ...patch.entry })],
  }
}
