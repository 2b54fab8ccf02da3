import { useEffect } from 'react'
import { PREFERENCE_MAX_AGE_S } from '@/components/ui/preferences'

/** Tells the server the time zone of this browser, whose days it counts for people who chose none. */
export const useTimeZoneCookie = (name: string): void => {
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    try {
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and older Safari
      document.cookie = `${name}=${timeZone}; path=/; max-age=${PREFERENCE_MAX_AGE_S}; samesite=lax`
    } catch {
      // Without cookies the server counts days in UTC.
    }
  }, [name])
}
