/** Says that the list comes from Temporal Visibility. It stands below the rows, so that none of them moves. */
export const TemporalSourceBanner = () => (
  <p role="status" className="border-t border-waiting-line bg-waiting-soft px-3 py-1.5 text-xs text-waiting">
    This list comes from Temporal, newest first.
  </p>
)
