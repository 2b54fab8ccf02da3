/** What a workflow shows in a list without being asked: kept small, no personal data beyond a display name. */
export interface CaseMemo {
  title: string
  number: string
  submitter: string
  currency: string | null
  /** Hash of the request's body; tells a replayed key from a reused one. */
  requestHash: string | null
}
