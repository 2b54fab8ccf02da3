'use server'

import { cookies } from 'next/headers'
import { PREFERENCE_MAX_AGE_S, THEME_COOKIE, themeOf } from '@/components/ui/preferences'

/** Keeps the theme that was pressed; for browsers without JavaScript, all others set the cookie themselves. */
export const setTheme = async (form: FormData): Promise<void> => {
  const jar = await cookies()
  jar.set(THEME_COOKIE, themeOf(String(form.get(THEME_COOKIE))), {
    path: '/',
    maxAge: PREFERENCE_MAX_AGE_S,
    sameSite: 'lax',
  })
}
