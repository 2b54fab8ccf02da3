'use client'

import { usePageLanguage } from '@/components/shop/error-language'
import { ErrorPage } from '@/components/shop/error-page'

const PageError = (props: { error: unknown; retry: () => void }) => (
  <ErrorPage {...props} language={usePageLanguage()} />
)

export default PageError
