/** What a case will look like once a press is through: shown at once, and gone by itself where it is refused. */

import {
  type ActivityStreamItem,
  renderEntry,
  type StreamCode,
  type StreamEntry,
} from '@/temporal/contract/cases/activity-stream'
import type { ApprovalData, CaseView } from '@/temporal/contract/cases/case'
import { dedupeMentions, toMentionParams } from '@/temporal/contract/cases/mentions'
import type { Actor, Person } from '@/temporal/contract/people/people'
import { isTerminal } from '@/temporal/contract/states'
import type { Press } from './press'

/** Ids of entries that the server has not confirmed yet; no workflow counts as far. */
const FIRST_FORESEEN = 2 ** 40
export const isForeseen = ({ id }: Pick<StreamEntry, 'id'>): boolean => id >= FIRST_FORESEEN

/** A press on its way; `lastId` is the last entry that was known as it was made. */
export interface PressUnderWay extends Press {
  lastId: number
}

interface Outlook {
  note: Pick<StreamEntry, 'code' | 'params'>
  change: Partial<Pick<ApprovalData, 'assignee' | 'state'>>
}

const OUTLOOK: Partial<
  Record<Press['verb'], (body: Press['body'], me: Person, people: readonly Person[]) => Outlook | null>
> = {
  claim: (_, me) => ({ note: { code: 'claimed', params: {} }, change: { assignee: me, state: 'CLAIMED' } }),
  release: () => ({ note: { code: 'released', params: {} }, change: { assignee: null, state: 'OPEN' } }),
  assign: ({ assigneeId }, _, people) => {
    const assignee = people.find(({ id }) => id === assigneeId)
    if (!assignee) return null
    const note = { code: 'assigned', params: { assignee: assignee.name } } as const
    return { note, change: { assignee, state: 'CLAIMED' } }
  },
  comment: ({ text, mentions }) => ({
    note: {
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
  { lastId }: PressUnderWay,
  note: Outlook['note'],
  me: Person,
) =>
  stream.some(
    (entry) =>
      entry.id > lastId &&
      !isForeseen(entry) &&
      entry.code === note.code &&
      entry.sender.id === me.id &&
      entry.params.text === note.params.text,
  )

const MOVES: readonly StreamCode[] = ['claimed', 'released', 'assigned', 'escalated']

/** Somebody else was faster: the case has ended, or changed hands since the press. What is true is shown. */
const isOvertaken = (
  { caseDetails, activityStream }: CaseView,
  { lastId }: PressUnderWay,
  { change }: Outlook,
): boolean =>
  isTerminal(caseDetails.status) ||
  (change.state !== undefined &&
    activityStream.some((entry) => entry.id > lastId && !isForeseen(entry) && MOVES.includes(entry.code)))

const later = (a: string, b: string): string => (a > b ? a : b)

/**
 * The view of an approval with what the press will change; the same view where nothing is foreseen, as for a
 * decision, which is never shown before the server has taken it, and where somebody else was faster.
 * @param nowIso the browser's clock; an entry never stands before the last one
 */
export const foresee = (
  view: CaseView,
  press: PressUnderWay,
  viewer: Pick<Actor, 'id' | 'name'>,
  people: readonly Person[],
  nowIso: string,
): CaseView => {
  const me = { id: viewer.id, name: viewer.name }
  const outlook = OUTLOOK[press.verb]?.(press.body, me, people)
  if (!outlook || isOvertaken(view, press, outlook)) return view
  if (hasArrived(view.activityStream, press, outlook.note, me)) return view
  const { caseDetails, activityStream } = view
  // Each an id of its own: several presses may be on their way.
  const id = Math.max(FIRST_FORESEEN, (activityStream.at(-1)?.id ?? 0) + 1)
  const timestamp = later(nowIso, activityStream.at(-1)?.timestamp ?? '')
  const caseData = { ...caseDetails.caseData, ...outlook.change } as ApprovalData
  return {
    ...view,
    caseDetails: {
      ...caseDetails,
      caseData,
      status: caseData.state,
      assignee: caseData.assignee ? [caseData.assignee] : [],
    },
    activityStream: [...activityStream, renderEntry({ id, sender: me, timestamp, ...outlook.note })],
  }
}
