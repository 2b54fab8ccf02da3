/** Optimistic patch for a pending mutation; dropped when the server refuses it. */

import type { Actor, Person } from '@/temporal/contract/auth/actor'
import type { ActivityStreamItem, StreamCode, StreamEntry } from '@/temporal/contract/cases/activity-stream'
import type { ApprovalData, CaseView } from '@/temporal/contract/cases/case'
import { dedupeMentions, toMentionParams } from '@/temporal/contract/cases/mentions'
import { ASSIGNMENT_STATES, isTerminal } from '@/temporal/contract/states'
import type { CaseMutation, MutationBody, MutationOf, MutationVerb } from './send-mutation'

/** Ids of entries that the server has not confirmed yet; no workflow counts this far. */
const FIRST_OPTIMISTIC_ID = 2 ** 40
export const isOptimistic = ({ id }: Pick<StreamEntry, 'id'>): boolean => id >= FIRST_OPTIMISTIC_ID

/** A mutation without a response yet; `lastId` is the last entry of the stream when it was made. */
export type PendingMutation = CaseMutation & { lastId: number }

interface OptimisticPatch {
  entry: Pick<StreamEntry, 'code' | 'params'>
  change: Partial<Pick<ApprovalData, 'assignee' | 'state'>>
}

type ToPatch<V extends MutationVerb> = (
  body: MutationBody<V>,
  me: Person,
  people: readonly Person[],
) => OptimisticPatch | null

const toHeld = (code: StreamCode, me: Person): OptimisticPatch => ({
  entry: { code, params: {} },
  change: { assignee: me, state: ASSIGNMENT_STATES.assigned },
})

const PATCHES: { [V in MutationVerb]: ToPatch<V> } = {
  // A decision is never shown before the server has recorded it.
  decision: () => null,
  claim: (_, me) => toHeld('claimed', me),
  takeOver: (_, me) => toHeld('takenOver', me),
  release: () => ({
    entry: { code: 'released', params: {} },
    change: { assignee: null, state: ASSIGNMENT_STATES.unassigned },
  }),
  assign: ({ assigneeId }, _, people) => {
    const assignee = people.find(({ id }) => id === assigneeId)
    if (!assignee) return null
    const entry = { code: 'assigned', params: { assignee: assignee.name } } as const
    return { entry, change: { assignee, state: ASSIGNMENT_STATES.assigned } }
  },
  comment: ({ text, mentions }) => ({
    entry: {
      code: 'commented',
      params: { text, ...toMentionParams(dedupeMentions(mentions ?? [])) },
    },
    change: {},
  }),
}

const toPatch = <V extends MutationVerb>(
  { verb, body }: MutationOf<V>,
  me: Person,
  people: readonly Person[],
): OptimisticPatch | null => PATCHES[verb](body, me, people)

/** True when the stream already holds the server's own entry of the mutation. */
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
      entry.senderId === me.id &&
      entry.params.text === patchEntry.params.text,
  )

const ASSIGNMENT_CODES: readonly StreamCode[] = [
  'claimed',
  'takenOver',
  'released',
  'assigned',
  'escalated',
  'groupRedirected',
]

/** True when the case was closed, or its assignee changed, after the mutation was made: then the view stays as it is. */
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
 * The view of an approval with the mutation's patch applied; the same view where there is no patch or it is overtaken.
 * @param nowIso the browser's clock; a new entry is never earlier than the last one
 */
export const applyOptimisticUpdate = (
  view: CaseView,
  mutation: PendingMutation,
  viewer: Pick<Actor, 'id' | 'name'>,
  people: readonly Person[],
  nowIso: string,
): CaseView => {
  const me = { id: viewer.id, name: viewer.name }
  const patch = toPatch(mutation as MutationOf<MutationVerb>, me, people)
  if (!patch || isOvertaken(view, mutation, patch)) return view
  if (hasArrived(view.activityStream, mutation, patch.entry, me)) return view
  const { caseDetails, activityStream } = view
  // Several mutations may be pending, and each entry needs its own id.
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
    // Without the English text, which only the server renders: pages have labels for what people do.
    activityStream: [
      ...activityStream,
      { id, type: 'person', text: '', sender: me.name, senderId: me.id, timestamp, ...patch.entry },
    ],
  }
}
