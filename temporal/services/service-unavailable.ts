/** The error of a service that is unreachable or fails for now. */

/** Retried by the workflow. Its message is shown to staff and kept in Temporal: plain words, without data. */
export class ServiceUnavailable extends Error {
  override readonly name = 'ServiceUnavailable'
}
