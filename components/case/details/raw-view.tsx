'use client'

import { useSearchParams } from 'next/navigation'
import { lazy, Suspense, useState } from 'react'
import type { CaseView } from '@/temporal/contract/cases/case'

const RawJson = lazy(() => import('./raw-json'))

/** The case as the API returns it; `?raw=1` opens it. Rendered only while it is open. */
export const RawView = ({ view }: { view: CaseView }) => {
  const isRequested = useSearchParams().get('raw') === '1'
  const [isOpen, setOpen] = useState(isRequested)
  return (
    <details
      id="raw"
      data-screen-only
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="flex flex-col gap-2"
    >
      <summary className="min-h-6 w-fit cursor-pointer text-muted hover:text-ink">Raw view</summary>
      {isOpen && (
        <Suspense>
          <RawJson view={view} />
        </Suspense>
      )}
    </details>
  )
}
