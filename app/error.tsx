'use client'

import { usePageLanguage } from '@/components/shop/error-language'
import { ErrorPage } from '@/components/shop/error-page'
import { useRedraw } from '@/components/ui/use-redraw'

const PageError = (props: { error: unknown; retry: () => void }) => {
  const language = usePageLanguage()
  return useRedraw(props.error, props.retry) ? null : <ErrorPage {...props} language={language} />
}

export default PageError
