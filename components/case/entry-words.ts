/** What an entry of the stream says in the console, and what changed: from codes and parameters, never from its text. */

import { STATE_WORD } from '@/components/ui/state-words'
import type { ActivityStreamItem, StreamCode, StreamParams } from '@/temporal/contract/cases/activity-stream'
import { isCaseState } from '@/temporal/contract/states'

/** A word, or a point in time. */
export type Value = string | { at: string }

export interface Change {
  what: string
  from: Value
  to: Value
}

type GroupName = (id: string) => string
type Words = (params: StreamParams, groupName: GroupName) => string

/** Older entries lack some parameters: what is missing is empty, and its sentence does without. */
const word = (params: StreamParams, name: string): string => String(params[name] ?? '')

/** Entries that read as a sentence after their sender's name. */
const DEEDS: Partial<Record<StreamCode, Words>> = {
  orderPlaced: () => 'placed the order',
  cancelRequested: () => 'asked to cancel the order',
  claimed: () => 'claimed this',
  assigned: (p) => `assigned this to ${word(p, 'assignee') || 'somebody'}`,
  commented: () => '',
  approved: () => 'approved',
  rejected: () => 'rejected',
}

const LETTER: Record<string, string> = {
  orderConfirmed: 'The confirmation',
  orderShipped: 'The message that it is on its way',
  orderCancelled: 'The message that it is cancelled',
  orderFailed: 'The message that it failed',
  approvalReminder: 'The reminder',
  mentioned: 'The message to a mentioned colleague',
}

const EXPIRED: Record<string, string> = {
  approve: 'which approves it',
  reject: 'which rejects it',
}

const SENTENCES: Partial<Record<StreamCode, Words>> = {
  approvalOpened: (p, groupName) => `Approval asked of ${groupName(word(p, 'group'))}`,
  reminded: () => 'Reminder sent: this still waits for a decision',
  escalated: (p, groupName) =>
    p.to
      ? `The deadline passed; ${groupName(word(p, 'to'))} is asked now`
      : 'The deadline passed; others are asked now',
  expired: (p) =>
    ['The deadline passed without a decision', EXPIRED[word(p, 'action')]].filter(Boolean).join(', '),
  notificationFailed: (p) =>
    `${LETTER[word(p, 'message')] ?? 'A message'} could not be sent${p.error ? `: ${p.error}` : ''}`,
  needsAttention: (p) =>
    `${word(p, 'step') || 'A step'} failed${p.error ? ` (${p.error})` : ''}; trying again`,
}

/** What the sender did, to stand after their name. */
export const deedOf = ({ code, params, text, sender }: ActivityStreamItem): string => {
  if (code === 'released') {
    const holder = word(params, 'holder')
    return holder && holder !== sender.name ? `took this from ${holder}` : 'released this'
  }
  return DEEDS[code]?.(params, String) ?? text
}

/** An entry that nobody in particular did, as a sentence. */
export const sentenceOf = ({ code, params, text }: ActivityStreamItem, groupName: GroupName): string =>
  SENTENCES[code]?.(params, groupName) ?? text

/** Where what a person wrote stands among the parameters. */
const SAID: Partial<Record<StreamCode, string>> = {
  commented: 'text',
  approved: 'comment',
  rejected: 'comment',
  cancelRequested: 'reason',
}

/** The words that a person wrote with it; empty for none. */
export const saidIn = ({ code, params }: ActivityStreamItem): string => word(params, SAID[code] ?? '')

const stateChange = ({ stateFrom, stateTo }: StreamParams): Change[] =>
  isCaseState(stateFrom) && isCaseState(stateTo)
    ? [{ what: 'State', from: STATE_WORD[stateFrom], to: STATE_WORD[stateTo] }]
    : []

const dueChange = ({ dueFrom, dueTo }: StreamParams): Change[] =>
  dueFrom && dueTo ? [{ what: 'Due', from: { at: String(dueFrom) }, to: { at: String(dueTo) } }] : []

const CHANGES: Partial<Record<StreamCode, (params: StreamParams, groupName: GroupName) => Change[]>> = {
  assigned: (p) =>
    p.from === undefined
      ? []
      : [{ what: 'Assignee', from: word(p, 'from') || 'Nobody', to: word(p, 'assignee') }],
  released: (p) =>
    p.holder === undefined ? [] : [{ what: 'Assignee', from: word(p, 'holder'), to: 'Nobody' }],
  escalated: (p, groupName) => [
    ...(p.from && p.to
      ? [{ what: 'Group', from: groupName(word(p, 'from')), to: groupName(word(p, 'to')) }]
      : []),
    ...dueChange(p),
  ],
}

const amountChange = ({ before, after }: StreamParams): Change[] =>
  before === undefined || after === undefined
    ? []
    : [{ what: 'Taken', from: String(before), to: String(after) }]

/** What was before and what is since, as far as the entry knows. */
export const changesOf = ({ code, params, type }: ActivityStreamItem, groupName: GroupName): Change[] => [
  ...(CHANGES[code]?.(params, groupName) ?? []),
  ...(type === 'money' ? amountChange(params) : []),
  ...stateChange(params),
]
