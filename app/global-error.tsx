'use client'

import './globals.css'
import { ErrorPage } from '@/components/shop/error-page'
import { inter } from '@/components/ui/font'

/** Stands in for the root layout when that itself fails, so it brings its own document. */
const GlobalError = (props: { error: unknown; retry: () => void }) => (
  <html lang="en" className={inter.variable}>
    <body className="min-h-dvh bg-canvas font-sans text-ink">
      <title>Something went wrong</title>
      <ErrorPage {...props} />
    </body>
  </html>
)

export default GlobalError
