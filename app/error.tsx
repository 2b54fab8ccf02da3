'use client'

import { ErrorPage } from '@/components/shop/error-page'

const PageError = (props: { error: unknown; retry: () => void }) => <ErrorPage {...props} />

export default PageError
