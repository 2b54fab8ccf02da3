/** Parsers of the two settings with a grammar of their own: approval rules and the action on a deadline. */

import type { DeadlineAction } from '../../../temporal/contract/cases/approval'
import { parseWholeNumber } from '../../../temporal/contract/numbers'
import {
  DEFAULT_RULES,
  type RuleName,
  type RulePolicy,
} from '../../../temporal/contract/orders/approval-rules'

const MAX_AMOUNT = 999_999_999_999

const minorUnits = (text: string): number => {
  const amount = parseWholeNumber(text, { max: MAX_AMOUNT })
  if (amount === null) throw new Error('needs a whole number of minor units, or off')
  return amount
}

const onOrOff = (text: string): boolean => {
  if (text !== 'on' && text !== 'off') throw new Error('needs on or off')
  return text === 'on'
}

const amount = (text: string): number | null => (text === 'off' ? null : minorUnits(text))

const SETTERS: Record<RuleName, (text: string) => Partial<RulePolicy>> = {
  'high-value': (text) => ({ highValueOverCents: amount(text) }),
  'first-order': (text) => ({ firstOrderOverCents: amount(text) }),
  'address-mismatch': (text) => ({ addressMismatch: onOrOff(text) }),
  'flagged-product': (text) => ({ flaggedProduct: onOrOff(text) }),
}

const parseRule = (part: string): Partial<RulePolicy> => {
  const [name = '', value = ''] = part.split('=')
  if (!Object.hasOwn(SETTERS, name)) throw new Error(`names an unknown rule: ${name}`)
  try {
    return SETTERS[name as RuleName](value)
  } catch (error) {
    throw new Error(`${name} ${(error as Error).message}`)
  }
}

/**
 * Parses a policy such as `high-value=10000,flagged-product=off`; rules that are not named keep their default.
 * @throws Error that names the entry that cannot be parsed
 */
export const parseRules = (text: string): RulePolicy => {
  const parts = text.split(',').map((part) => part.trim())
  return Object.assign({ ...DEFAULT_RULES }, ...parts.filter(Boolean).map(parseRule))
}

/**
 * Parses `approve`, `reject` or `escalate:GROUP`.
 * @throws Error for anything else
 */
export const parseDeadlineAction = (text: string): DeadlineAction => {
  if (text === 'approve' || text === 'reject') return { action: text }
  const group = /^escalate:([a-z0-9-]{1,40})$/.exec(text)?.[1]
  if (group === undefined) throw new Error('must be approve, reject or escalate:GROUP')
  return { action: 'escalate', group }
}
