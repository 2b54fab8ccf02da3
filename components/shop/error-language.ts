/** Language of an error page, which is rendered in the browser without data of the server. */

import { useClientValue } from '@/components/ui/use-client-value'
import type { Language } from './language'

const toLanguage = (locale: string): Language => (locale.startsWith('de') ? 'de' : 'en')

/** Language of the document. */
export const usePageLanguage = (): Language =>
  useClientValue(() => toLanguage(document.documentElement.lang), 'en')

/** Language of the browser, where there is no document. */
export const useBrowserLanguage = (): Language => useClientValue(() => toLanguage(navigator.language), 'en')
