'use client'

import RefreshCw from 'lucide-react/icons/refresh-cw'

/** Says that there is more than is shown. It floats over the rows: its coming moves none of them. */
export const NewRowsBanner = ({ count, onShow }: { count: number; onShow: () => void }) => (
  <div role="status" className="pointer-events-none absolute inset-x-0 bottom-2 z-20 flex justify-center">
    {count > 0 && (
      <button
        type="button"
        onClick={onShow}
        className="pointer-events-auto flex h-8 items-center gap-1 rounded-full bg-accent px-3.5 font-medium text-on-solid shadow-raised hover:bg-accent-hover pointer-coarse:h-11"
      >
        {count.toLocaleString('en-US')} new
        <RefreshCw aria-hidden className="size-3.5" />
      </button>
    )}
  </div>
)

/** The list is not from the database, and not sorted as asked. Below the rows, so that it moves none. */
export const TemporalSourceBanner = () => (
  <p role="status" className="border-t border-waiting-line bg-waiting-soft px-3 py-1.5 text-xs text-waiting">
    This list comes from Temporal, newest first.
  </p>
)
