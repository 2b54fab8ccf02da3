/** Rules that require an approval before an order is charged, evaluated in an activity. */

import { formatMoney } from '../money'

export const RULE_NAMES = ['high-value', 'first-order', 'address-mismatch', 'flagged-product'] as const
export type RuleName = (typeof RULE_NAMES)[number]

/**
 * Which rules are on. Null or false turns a rule off. Amounts are minor units of the order's currency, and must
 * be exceeded, not met: 10000 is $100.00 and ¥10,000.
 */
export interface RulePolicy {
  highValueOverCents: number | null
  firstOrderOverCents: number | null
  addressMismatch: boolean
  flaggedProduct: boolean
}

export const DEFAULT_RULES: RulePolicy = {
  highValueOverCents: 100_00,
  firstOrderOverCents: 75_00,
  addressMismatch: true,
  flaggedProduct: true,
}

/** The facts that rules evaluate. */
export interface RuleFacts {
  totalCents: number
  currency: string
  isFirstOrder: boolean
  /** The customer's earlier orders all went to another country or postal code. */
  addressDiffers: boolean
  flaggedSkus: readonly string[]
}

/** The matching rule and its reason, for staff. */
export interface RuleMatch {
  rule: RuleName
  reason: string
}

const exceeds = (limitCents: number | null, totalCents: number): limitCents is number =>
  limitCents !== null && totalCents > limitCents

const RULES: Record<RuleName, (policy: RulePolicy, facts: RuleFacts) => string | null> = {
  'high-value': (policy, { totalCents, currency }) =>
    exceeds(policy.highValueOverCents, totalCents)
      ? `total over ${formatMoney(policy.highValueOverCents, currency)}`
      : null,
  'first-order': (policy, { totalCents, currency, isFirstOrder }) =>
    isFirstOrder && exceeds(policy.firstOrderOverCents, totalCents)
      ? `first order of this customer, over ${formatMoney(policy.firstOrderOverCents, currency)}`
      : null,
  'address-mismatch': (policy, { addressDiffers }) =>
    policy.addressMismatch && addressDiffers ? 'address differs from earlier orders' : null,
  'flagged-product': (policy, { flaggedSkus }) =>
    policy.flaggedProduct && flaggedSkus.length > 0
      ? `product flagged for review: ${flaggedSkus.join(', ')}`
      : null,
}

/** The first matching rule in the order of `RULE_NAMES`, or null. */
export const findMatchingRule = (policy: RulePolicy, facts: RuleFacts): RuleMatch | null => {
  for (const rule of RULE_NAMES) {
    const reason = RULES[rule](policy, facts)
    if (reason) return { rule, reason }
  }
  return null
}
