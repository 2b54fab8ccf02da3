/** Labels of stream entries in the console, from their codes and parameters and never from their text. */

import type { ActivityStreamItem, StreamCode, StreamParams } from '@/temporal/contract/cases/activity-stream'
import { isolateText } from '@/temporal/contract/text/isolate-text'

/** A text, or a point in time. */
export type Value = string | { at: string }

export interface Change {
  field: string
  from: Value
  to: Value
}

type GroupName = (id: string) => string
type Describe = (params: StreamParams, groupName: GroupName) => string

/** Older entries lack some parameters: those are empty, and the sentence omits them. */
const readParam = (params: StreamParams, name: string): string => String(params[name] ?? '')

/** A parameter that people or outside systems wrote, for the middle of a sentence. */
const readText = (params: StreamParams, name: string): string => isolateText(readParam(params, name))

/** Entries whose sentence begins with the name of the sender. */
const ACTIONS: Partial<Record<StreamCode, Describe>> = {
  orderPlaced: () => 'placed the order',
  cancelRequested: () => 'asked to cancel the order',
  retryRequested: (p) => `asked to try again at once: ${readParam(p, 'step').toLowerCase()}`,
  claimed: () => 'claimed this',
  takenOver: (p) => `took this over${p.holder ? ` from ${readText(p, 'holder')}` : ''}`,
  assigned: (p) => `assigned this to ${readText(p, 'assignee') || 'somebody'}`,
  commented: () => '',
  approved: () => 'approved',
  rejected: () => 'rejected',
}

const MAIL_LABEL: Record<string, string> = {
  orderConfirmed: 'The confirmation',
  orderShipped: 'The message that it is on its way',
  orderCancelled: 'The message that it is cancelled',
  orderFailed: 'The message that it failed',
  approvalReminder: 'The reminder',
  mentioned: 'The message to a mentioned colleague',
}

const nobodyDecides = (p: StreamParams, groupName: GroupName, next: string): string =>
  `Nobody in ${isolateText(groupName(readParam(p, 'from')))} may decide this; ${next}`

const EXPIRED: Record<string, string> = {
  approve: 'which approves it',
  reject: 'which rejects it',
}

const SENTENCES: Partial<Record<StreamCode, Describe>> = {
  approvalOpened: (p, groupName) => `Approval asked of ${isolateText(groupName(readParam(p, 'group')))}`,
  reminded: () => 'Reminder sent: this still waits for a decision',
  escalated: (p, groupName) =>
    p.to
      ? `The deadline passed; ${isolateText(groupName(readParam(p, 'to')))} is asked now`
      : 'The deadline passed; others are asked now',
  groupRedirected: (p, groupName) =>
    nobodyDecides(p, groupName, `${isolateText(groupName(readParam(p, 'to')))} is asked now`),
  openedToSupervisors: (p, groupName) => nobodyDecides(p, groupName, 'supervisors may'),
  expired: (p) =>
    ['The deadline passed without a decision', EXPIRED[readParam(p, 'action')]].filter(Boolean).join(', '),
  notificationFailed: (p) =>
    `${MAIL_LABEL[readParam(p, 'message')] ?? 'A message'} could not be sent${p.error ? `: ${readText(p, 'error')}` : ''}`,
  needsAttention: (p) =>
    `${readParam(p, 'step') || 'A step'} failed${p.error ? ` (${readText(p, 'error')})` : ''}; trying again`,
}

/** The action, to be shown after the name of the sender. */
export const actionLabel = ({ code, params, text, sender }: ActivityStreamItem): string => {
  if (code === 'released') {
    const holder = readParam(params, 'holder')
    if (params.reason) return `made this free: ${isolateText(holder)} may no longer hold it`
    return holder && holder !== sender ? `took this from ${isolateText(holder)}` : 'released this'
  }
  return ACTIONS[code]?.(params, String) ?? text
}

/** The sentence of an entry without a person as sender. */
export const toSentence = ({ code, params, text }: ActivityStreamItem, groupName: GroupName): string =>
  SENTENCES[code]?.(params, groupName) ?? text

/** The parameter with the text that a person wrote. */
const COMMENT_PARAM: Partial<Record<StreamCode, string>> = {
  commented: 'text',
  approved: 'comment',
  rejected: 'comment',
  cancelRequested: 'reason',
}

/** The text that a person wrote; empty for none. */
export const getComment = ({ code, params }: ActivityStreamItem): string =>
  readParam(params, COMMENT_PARAM[code] ?? '')

const dueChange = ({ dueFrom, dueTo }: StreamParams): Change[] =>
  dueFrom && dueTo ? [{ field: 'Due', from: { at: String(dueFrom) }, to: { at: String(dueTo) } }] : []

const CHANGES: Partial<Record<StreamCode, (params: StreamParams, groupName: GroupName) => Change[]>> = {
  assigned: (p) =>
    p.from === undefined
      ? []
      : [{ field: 'Assignee', from: readParam(p, 'from') || 'Nobody', to: readParam(p, 'assignee') }],
  released: (p) =>
    p.holder === undefined ? [] : [{ field: 'Assignee', from: readParam(p, 'holder'), to: 'Nobody' }],
  escalated: (p, groupName) => [
    ...(p.from && p.to
      ? [{ field: 'Group', from: groupName(readParam(p, 'from')), to: groupName(readParam(p, 'to')) }]
      : []),
    ...dueChange(p),
  ],
}

const amountChange = ({ before, after }: StreamParams): Change[] =>
  before === undefined || after === undefined
    ? []
    : [{ field: 'Taken', from: String(before), to: String(after) }]

/** Old and new values, as far as the entry has them; not of the state, which its sentence says. */
export const getChanges = ({ code, params, type }: ActivityStreamItem, groupName: GroupName): Change[] => [
  ...(CHANGES[code]?.(params, groupName) ?? []),
  ...(type === 'money' ? amountChange(params) : []),
]
