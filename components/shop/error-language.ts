/** The language of an error page, which is drawn in the browser and is given nothing by the server. */

import { useSyncExternalStore } from 'react'
import type { Language } from './language'

const never = () => () => {}
const toLanguage = (locale: string): Language => (locale.startsWith('de') ? 'de' : 'en')

/** That of the page around it. */
export const usePageLanguage = (): Language =>
  useSyncExternalStore(
    never,
    () => toLanguage(document.documentElement.lang),
    () => 'en',
  )

/** That of the browser, where there is no page. */
export const useBrowserLanguage = (): Language =>
  useSyncExternalStore(
    never,
    () => toLanguage(navigator.language),
    () => 'en',
  )
