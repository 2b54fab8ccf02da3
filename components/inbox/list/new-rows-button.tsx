'use client'

import RefreshCw from 'lucide-react/icons/refresh-cw'
import { formatCount } from '@/components/ui/format-count'

/** Shows how many new rows there are. It floats over the list, so that no row moves. */
export const NewRowsButton = ({ count, onShow }: { count: number; onShow: () => void }) => (
  <div role="status" className="pointer-events-none absolute inset-x-0 bottom-2 z-20 flex justify-center">
    {count > 0 && (
      <button
        type="button"
        onClick={onShow}
        className="pointer-events-auto flex h-8 items-center gap-1 rounded-full bg-accent px-3.5 font-medium text-on-solid shadow-raised hover:bg-accent-hover pointer-coarse:h-11"
      >
        {formatCount(count)} new
        <RefreshCw aria-hidden className="size-3.5" />
      </button>
    )}
  </div>
)
