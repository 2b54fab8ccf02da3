import { headers } from 'next/headers'
import { cache } from 'react'
import { requestIdOf } from '@/app/_server/http/request-id'
import { findTracked } from '@/app/_server/orders/read-ahead'

/** The order of a status link, for the page and its title. */
export const trackedOrder = cache(async (token: string) => findTracked(requestIdOf(await headers()), token))
