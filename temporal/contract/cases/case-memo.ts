/** The memo of a workflow, which lists show without a query: small, no personal data beyond a display name. */
export interface CaseMemo {
  title: string
  number: string
  submitter: string
  currency: string | null
  /** Hash of the request's body; tells a replayed key from a reused one. */
  requestHash: string | null
}
