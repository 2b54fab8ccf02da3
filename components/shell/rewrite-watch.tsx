'use client'

import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { watchTextRewriting } from '@/components/browser/text-rewrite'

const RewriteBanner = lazy(() => import('./rewrite-banner'))

/** Says so when something new was read that a translated page may not show. */
export const RewriteWatch = () => {
  const client = useQueryClient()
  const [isOutdated, setOutdated] = useState(false)
  useEffect(() => {
    const isRewritten = watchTextRewriting()
    return client.getQueryCache().subscribe((event) => {
      const isNews = event.type === 'updated' && event.action.type === 'success'
      // Later, since the cache may be updated while a page renders.
      if (isNews) queueMicrotask(() => isRewritten() && setOutdated(true))
    })
  }, [client])
  return (
    isOutdated && (
      <Suspense>
        <RewriteBanner />
      </Suspense>
    )
  )
}
