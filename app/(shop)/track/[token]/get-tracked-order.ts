import { headers } from 'next/headers'
import { cache } from 'react'
import { takeTrackedOrder } from '@/app/_server/orders/preload-shop-page'

/** The order of a status link, read once for page and title. */
export const getTrackedOrder = cache(async (token: string) => takeTrackedOrder(await headers(), token))
