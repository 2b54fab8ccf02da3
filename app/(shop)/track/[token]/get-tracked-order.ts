import { headers } from 'next/headers'
import { cache } from 'react'
import { takeTrackedOrder } from '@/app/_server/orders/preload-shop-page'
import { getRequestId } from '@/app/_server/platform/http/request-id'

/** The order of a status link, read once for page and title. */
export const getTrackedOrder = cache(async (token: string) =>
  takeTrackedOrder(getRequestId(await headers()), token),
)
