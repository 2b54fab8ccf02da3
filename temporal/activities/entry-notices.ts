/** Whom an entry of an approval's stream is told to by mail, and what. */

import type { NotificationName, NotifyInput } from '../contract/activities'
import type { StreamEntry } from '../contract/cases/activity-stream'
import type { ApprovalView } from '../contract/cases/approval'
import { parseMentions } from '../contract/cases/mentions'

export interface Notice {
  message: NotificationName
  /** Distinguishes messages of one name of a case; an entry's number is unique within it. */
  part: string
  /** Id of the account that it is for. */
  to: string
  params: NotifyInput['params']
}

type ToNotices = (entry: StreamEntry, view: ApprovalView) => Notice[]

const toMentionNotices: ToNotices = (entry, { number, title }) =>
  parseMentions(entry.params).map(({ id: to }) => ({
    message: 'mentioned',
    part: `${entry.id}:${to}`,
    to,
    params: { number, title, by: entry.sender.name, text: String(entry.params.text) },
  }))

/** @param happened continues a sentence that begins with the name of whoever did it */
const toFormerHolder =
  (param: 'holderId' | 'fromId', happened: (params: StreamEntry['params']) => string): ToNotices =>
  (entry, { number, title }) => {
    const to = String(entry.params[param] ?? '')
    const params = { number, title, by: entry.sender.name, happened: happened(entry.params) }
    return to === '' ? [] : [{ message: 'claimEnded', part: `${entry.id}:${to}`, to, params }]
  }

const NOTICES: Partial<Record<StreamEntry['code'], ToNotices>> = {
  commented: toMentionNotices,
  takenOver: toFormerHolder('holderId', () => 'has taken over what you had claimed'),
  released: toFormerHolder('holderId', () => 'has given back what you had claimed'),
  assigned: toFormerHolder('fromId', ({ assignee }) => `has assigned what you had claimed to ${assignee}`),
}

/** The notices of an entry. Nobody is told what they did themselves. */
export const getNotices = (entry: StreamEntry, view: ApprovalView): Notice[] =>
  (NOTICES[entry.code]?.(entry, view) ?? []).filter(({ to }) => to !== entry.sender.id)
