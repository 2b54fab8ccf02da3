/** The rate limits of the product. */

export interface RateLimit {
  max: number
  windowMs: number
  /** A request waits this long for the count in Postgres, then the count in memory decides. */
  maxWaitMs?: number
  /** Counted by each process in memory: for reads, which must not write to Postgres. */
  isLocal?: boolean
}

const MINUTE_MS = 60_000
/** Wait of limits that people meet in ordinary work: a slow Postgres must not slow down every mutation. */
const SHORT_WAIT_MS = 200

export const RATE_LIMITS = {
  /** Sign-in attempts for one e-mail address. */
  signIn: { max: 10, windowMs: 15 * MINUTE_MS },
  /** Sign-in attempts from one network address; counted only behind named proxies. */
  signInAddress: { max: 60, windowMs: 15 * MINUTE_MS },
  /** Attempts to enter the current password when it is changed. */
  password: { max: 10, windowMs: 15 * MINUTE_MS },
  /** Mutations by one principal. */
  mutation: { max: 600, windowMs: MINUTE_MS, maxWaitMs: SHORT_WAIT_MS },
  /** Mutations through one status link, which needs no account. */
  link: { max: 30, windowMs: MINUTE_MS, maxWaitMs: SHORT_WAIT_MS },
  /** Comments of one person that mention colleagues, each of whom gets a mail. */
  mention: { max: 60, windowMs: 10 * MINUTE_MS },
  /** Mutations by guests of one network address, since anybody can get a new guest cookie. */
  guestAddress: { max: 300, windowMs: MINUTE_MS, maxWaitMs: SHORT_WAIT_MS },
  /**
   * Reads of one status page, and streams opened on it. 600 people may watch one link, and each of them reads it again
   * when the order changes.
   */
  statusPage: { max: 3_000, windowMs: MINUTE_MS, isLocal: true },
  /** Reads of status pages from one network address, which thousands of customers of a carrier may share. */
  statusPageAddress: { max: 6_000, windowMs: MINUTE_MS, isLocal: true },
} as const satisfies Record<string, RateLimit>
