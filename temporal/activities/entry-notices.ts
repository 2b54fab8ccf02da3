/** Whom an entry of an approval's stream is told to by mail, and what. */

import type { NotificationName, NotifyInput } from '../contract/activities'
import type { StreamEntry } from '../contract/cases/activity-stream'
import type { ApprovalView } from '../contract/cases/approval'
import { parseMentions } from '../contract/cases/mentions'

/** The people whom a notice is for. */
export interface Audience {
  /** Ids of accounts. */
  accounts?: readonly string[]
  /** All members of this group. */
  group?: string
  /** All supervisors and administrators. */
  supervisors?: boolean
}

export interface Notice {
  /** The case, or the group for what is told once however many cases it is about. */
  subject: string
  message: NotificationName
  /** Distinguishes messages of one name about one subject. */
  part: string
  to: Audience
  params: NotifyInput['params']
}

type ToNotices = (entry: StreamEntry, view: ApprovalView) => Notice[]

/** An entry's number is unique within its case. */
const toAccount = (
  message: NotificationName,
  userId: string,
  { id, sender }: StreamEntry,
  { approvalId, number, title }: ApprovalView,
  params: NotifyInput['params'],
): Notice[] =>
  // Nobody is told what they did themselves.
  userId === '' || userId === sender.id
    ? []
    : [
        {
          subject: approvalId,
          message,
          part: `${id}:${userId}`,
          to: { accounts: [userId] },
          params: { number, title, by: sender.name, ...params },
        },
      ]

const toMentionNotices: ToNotices = (entry, view) =>
  parseMentions(entry.params).flatMap(({ id }) =>
    toAccount('mentioned', id, entry, view, { text: String(entry.params.text) }),
  )

/** @param happened continues a sentence that begins with the name of whoever did it */
const toFormerHolder =
  (param: 'holderId' | 'fromId', happened: (params: StreamEntry['params']) => string): ToNotices =>
  (entry, view) =>
    toAccount('claimEnded', String(entry.params[param] ?? ''), entry, view, {
      happened: happened(entry.params),
    })

/** Length of an ISO 8601 time up to its day, and up to its hour. */
const [DAY, HOUR] = [10, 13]
const toGroupSubject = (group: string): string => `group.${group}`

/** Once for each person and hour: whoever is banned may hold hundreds of cases. */
const toGroupOfHolder: ToNotices = ({ params, timestamp }, { group, number, title }) => [
  {
    subject: toGroupSubject(group),
    message: 'claimsReleased',
    part: `${params.holderId}:${timestamp.slice(0, HOUR)}`,
    to: { group },
    params: { group, holder: params.holder ?? '', number, title },
  },
]

const toReleaseNotices: ToNotices = (entry, view) =>
  entry.params.reason === undefined
    ? toFormerHolder('holderId', () => 'has given back what you had claimed')(entry, view)
    : toGroupOfHolder(entry, view)

/** Once for each group and day: a group without deciders may have been asked for hundreds of cases. */
const toSupervisors: ToNotices = ({ params, timestamp }, { group, number, title }) => {
  const from = String(params.from)
  const to = params.to === undefined ? '' : String(params.to)
  return [
    {
      subject: toGroupSubject(from),
      message: 'groupCannotDecide',
      part: `${to}:${timestamp.slice(0, DAY)}`,
      to: { supervisors: true, ...(to !== '' && { group }) },
      params: { from, to, number, title },
    },
  ]
}

const NOTICES: Partial<Record<StreamEntry['code'], ToNotices>> = {
  commented: toMentionNotices,
  takenOver: toFormerHolder('holderId', () => 'has taken over what you had claimed'),
  released: toReleaseNotices,
  assigned: toFormerHolder('fromId', ({ assignee }) => `has assigned what you had claimed to ${assignee}`),
  groupRedirected: toSupervisors,
  openedToSupervisors: toSupervisors,
}

/** The notices of an entry. */
export const getNotices = (entry: StreamEntry, view: ApprovalView): Notice[] =>
  NOTICES[entry.code]?.(entry, view) ?? []
