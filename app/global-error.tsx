'use client'

import './globals.css'
import { useBrowserLanguage } from '@/components/shop/error-language'
import { ErrorPage } from '@/components/shop/error-page'
import { ERROR_MESSAGES } from '@/components/shop/messages/error-messages'
import { inter } from '@/components/ui/font'

/** Replaces the root layout when it fails, so it renders its own document. */
const GlobalError = (props: { error: unknown; retry: () => void }) => {
  const language = useBrowserLanguage()
  return (
    <html lang={language} className={inter.variable}>
      <body className="min-h-dvh bg-canvas font-sans text-ink">
        <title>{ERROR_MESSAGES[language].title}</title>
        <ErrorPage {...props} language={language} />
      </body>
    </html>
  )
}

export default GlobalError
