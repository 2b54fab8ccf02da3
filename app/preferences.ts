'use server'

import { cookies } from 'next/headers'
import { LANGUAGE_COOKIE, negotiateLanguage } from '@/components/shop/negotiate-language'
import { PREFERENCE_MAX_AGE_S, THEME_COOKIE, toTheme } from '@/components/ui/preferences'

const setPreferenceCookie = async (name: string, value: string): Promise<void> => {
  const jar = await cookies()
  jar.set(name, value, { path: '/', maxAge: PREFERENCE_MAX_AGE_S, sameSite: 'lax' })
}

/** Saves the theme, for browsers without JavaScript; others set the cookie themselves. */
export const setTheme = async (form: FormData): Promise<void> =>
  setPreferenceCookie(THEME_COOKIE, toTheme(String(form.get(THEME_COOKIE))))

/** Saves the language; the page is rendered again in it. */
export const setLanguage = async (form: FormData): Promise<void> =>
  setPreferenceCookie(LANGUAGE_COOKIE, negotiateLanguage(String(form.get(LANGUAGE_COOKIE)), null))
