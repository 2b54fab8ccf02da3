/** Language of an error page, which is rendered in the browser without data of the server. */

import { useSyncExternalStore } from 'react'
import type { Language } from './negotiate-language'

// Every page loads this file: it imports nothing to stay small.
const never = () => () => {}
const toLanguage = (locale: string): Language => (locale.startsWith('de') ? 'de' : 'en')

/** Language of the document. */
export const usePageLanguage = (): Language =>
  useSyncExternalStore(
    never,
    () => toLanguage(document.documentElement.lang),
    () => 'en',
  )

/** Language of the browser, where there is no document. */
export const useBrowserLanguage = (): Language =>
  useSyncExternalStore(
    never,
    () => toLanguage(navigator.language),
    () => 'en',
  )
