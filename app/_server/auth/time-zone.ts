/** The time zone whose days a caller means. */

import { parseCookies } from 'better-auth/cookies'
import { isTimeZone, TIME_ZONE_COOKIE, UTC } from '@/temporal/contract/days'
import type { Context } from './context'

/** The zone that the request names, else that of the account, else that of the browser, else UTC. */
export const getTimeZone = ({ actor, http }: Pick<Context, 'actor' | 'http'>, named?: string): string => {
  const cookie = parseCookies(http?.request.get('cookie') ?? '').get(TIME_ZONE_COOKIE)
  const known = [named, actor?.timeZone, cookie]
  return known.find((zone) => zone && isTimeZone(zone)) || UTC
}
