/** Preferences of appearance, in cookies, so that the server renders them without a flash. */

export const THEMES = ['light', 'dark', 'system'] as const
export type Theme = (typeof THEMES)[number]
export const DENSITIES = ['comfortable', 'compact'] as const
export type Density = (typeof DENSITIES)[number]

export const THEME_COOKIE = 'theme'
export const DENSITY_COOKIE = 'density'
export const PREFERENCE_MAX_AGE_S = 31_536_000

/** The theme of a cookie's value; anything unknown is `system`. */
export const toTheme = (value: string | undefined): Theme =>
  THEMES.find((theme) => theme === value) ?? 'system'

/** The density of a cookie's value; anything unknown is `comfortable`. */
export const toDensity = (value: string | undefined): Density =>
  DENSITIES.find((density) => density === value) ?? 'comfortable'

export type PreferenceName = typeof THEME_COOKIE | typeof DENSITY_COOKIE

const listeners = new Set<() => void>()

/** Calls `listener` when a preference changes on this page. Returns a function that unsubscribes. */
export const subscribeToPreferences = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Applies a preference to this page and saves it in its cookie. Browser only. */
export const savePreference = (name: PreferenceName, value: string): void => {
  document.documentElement.dataset[name] = value
  try {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and older Safari
    document.cookie = `${name}=${value}; path=/; max-age=${PREFERENCE_MAX_AGE_S}; samesite=lax`
  } catch {
    // A page without cookies shows the preference until it is left.
  }
  for (const listener of listeners) listener()
}
