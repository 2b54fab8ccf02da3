/** The activity stream: a case's numbered log, stored as codes so that each page renders its own language. */

import type { z } from 'zod'
import type { activityStreamItem, storedEntry } from '../schemas/response-fields'
import { isolateText } from '../text/isolate-text'

export const STREAM_TYPES = ['person', 'system', 'money', 'shipment'] as const
export type StreamType = (typeof STREAM_TYPES)[number]

export type StreamParams = Record<string, string | number>

const count = (n: string | number | undefined, noun: string): string =>
  `${n} ${noun}${Number(n) === 1 ? '' : 's'}`

const CLAIM_ENDS: Record<string, string> = {
  banned: 'was banned',
  role: 'may no longer decide',
  group: 'left the group',
}
const endOfClaim = ({ holder, reason = '' }: StreamParams): string =>
  `${holder} ${CLAIM_ENDS[reason] ?? 'may no longer hold it'}`

const NO_DECIDER: Record<string, string> = {
  deleted: ' (the group was deleted)',
  requester: ' (its only member asked for this)',
}
const noDecider = ({ reason = '' }: StreamParams): string => NO_DECIDER[reason] ?? ''

/** What the services held when a reset run asked them. */
const renderEffects = ({ payment, amount, stock, shipmentId }: StreamParams): string => {
  const money = payment === 'charged' ? `payment ${amount} held` : `payment ${payment}`
  const parcel = shipmentId ? `parcel ${shipmentId} booked` : 'no parcel booked'
  return `The services were asked what they hold: ${money}, stock ${stock}, ${parcel}`
}

/** Every code that an entry can have, with its type and its English rendering. */
export const STREAM = {
  orderPlaced: { type: 'person', en: () => 'Order placed' },
  orderValidated: { type: 'system', en: (p) => `Checked: ${count(p.lines, 'line')}, total ${p.total}` },
  stockReserved: { type: 'system', en: (p) => `Stock reserved (${count(p.lines, 'line')})` },
  stockReleased: { type: 'system', en: () => 'Stock returned' },
  approvalAsked: { type: 'system', en: (p) => `Rule ${p.rule} asked for an approval: ${p.reason}` },
  approvalRenewed: { type: 'system', en: () => 'The approval ended without an answer; a new one was asked' },
  approvalAnswered: { type: 'system', en: (p) => `Approval: ${p.outcome}` },
  nothingToPay: { type: 'money', en: () => 'Nothing to pay' },
  paymentStarted: { type: 'money', en: (p) => `Charging ${p.amount}` },
  paymentPending: { type: 'money', en: () => 'The payment provider is still working on it' },
  paymentCharged: { type: 'money', en: (p) => `Charged ${p.amount}` },
  paymentRefunded: { type: 'money', en: (p) => `Refunded ${p.amount}` },
  paymentVoided: { type: 'money', en: () => 'The charge was stopped; no money was taken' },
  orderConfirmed: { type: 'system', en: () => 'Order confirmed' },
  shipmentCreated: { type: 'shipment', en: (p) => `Shipment ${p.shipmentId} handed to the carrier` },
  shipped: { type: 'shipment', en: () => 'Shipped' },
  delivered: { type: 'shipment', en: () => 'Delivered' },
  orderCompleted: { type: 'system', en: () => 'Order completed' },
  cancelRequested: {
    type: 'person',
    en: (p) => (p.reason ? `Asked to cancel: ${p.reason}` : 'Asked to cancel'),
  },
  cancelTooLate: { type: 'system', en: () => 'A request to cancel came too late' },
  orderCancelled: { type: 'system', en: (p) => `Order cancelled: ${p.reason}` },
  orderFailed: { type: 'system', en: (p) => `Order failed: ${p.reason}` },
  needsAttention: {
    type: 'system',
    en: (p) => `Needs attention: ${p.step} failed (${p.error}); trying again`,
  },
  attentionCleared: { type: 'system', en: (p) => `${p.step} works again` },
  retryRequested: { type: 'person', en: (p) => `Asked to try again now: ${p.step}` },
  effectsFound: { type: 'system', en: renderEffects },
  notificationFailed: {
    type: 'system',
    en: (p) => `The message "${p.message}" could not be sent: ${p.error}`,
  },
  signalIgnored: { type: 'system', en: (p) => `Ignored the signal ${p.signal}: ${p.reason}` },

  approvalOpened: { type: 'system', en: (p) => `Approval asked of ${p.group}` },
  claimed: { type: 'person', en: () => 'Claimed' },
  takenOver: { type: 'person', en: (p) => `Taken over from ${p.holder}` },
  released: { type: 'person', en: (p) => (p.reason ? `Released: ${endOfClaim(p)}` : 'Released') },
  assigned: { type: 'person', en: (p) => `Assigned to ${p.assignee}${p.from ? `, from ${p.from}` : ''}` },
  commented: { type: 'person', en: (p) => String(p.text) },
  approved: { type: 'person', en: (p) => (p.comment ? `Approved: ${p.comment}` : 'Approved') },
  rejected: { type: 'person', en: (p) => `Rejected: ${p.comment}` },
  reminded: { type: 'system', en: () => 'Reminder: this is still waiting for a decision' },
  escalated: { type: 'system', en: (p) => `Deadline passed; escalated from ${p.from} to ${p.to}` },
  groupRedirected: {
    type: 'system',
    en: (p) => `Nobody in ${p.from} may decide this${noDecider(p)}; ${p.to} is asked now`,
  },
  openedToSupervisors: {
    type: 'system',
    en: (p) => `Nobody in ${p.from} may decide this${noDecider(p)}; supervisors may`,
  },
  expired: { type: 'system', en: (p) => `Deadline passed without a decision; action: ${p.action}` },
  withdrawn: { type: 'system', en: (p) => `Withdrawn: ${p.reason}` },
} as const satisfies Record<string, { type: StreamType; en: (params: StreamParams) => string }>
export type StreamCode = keyof typeof STREAM

/** An entry as a workflow keeps it; `timestamp` is the workflow's clock. */
export type StreamEntry = z.output<typeof storedEntry>

/** An entry in a response: with its type, its English text and the sender as a name. */
export type ActivityStreamItem = z.output<typeof activityStreamItem>

const isolateParams = (params: StreamParams): StreamParams =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? isolateText(value) : value,
    ]),
  )

/** English rendering of an entry, for API clients and logs. */
export const renderEntry = (entry: StreamEntry): ActivityStreamItem => {
  const { type, en } = STREAM[entry.code]
  const { id, name } = entry.sender
  const text = (en as (params: StreamParams) => string)(isolateParams(entry.params))
  return { ...entry, type, text, sender: name, ...(id === undefined ? {} : { senderId: id }) }
}
