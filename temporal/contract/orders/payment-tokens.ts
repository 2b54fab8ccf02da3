/** Tokens of the simulated payment provider. */
export const PAYMENT_TOKENS = [
  'tok_approved',
  'tok_declined',
  'tok_insufficient_funds',
  'tok_timeout',
  'tok_flaky',
  'tok_slow',
] as const
export type PaymentToken = (typeof PAYMENT_TOKENS)[number]
