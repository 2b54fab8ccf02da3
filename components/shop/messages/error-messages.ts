/**
 * Messages of the error pages in every language: they are rendered in the browser without the server, and the
 * full tables would be too large.
 */

import type { Language } from '../negotiate-language'

export const ERROR_MESSAGES = {
  en: {
    title: 'Something went wrong on our side',
    body: 'Nothing you did is lost. Please try again; if it happens again, tell us the number below.',
    reference: 'Reference',
    retry: 'Try again',
  },
  de: {
    title: 'Bei uns ist etwas schiefgegangen',
    body: 'Nichts ist verloren. Bitte versuchen Sie es noch einmal; geschieht es wieder, nennen Sie uns die Nummer unten.',
    reference: 'Nummer',
    retry: 'Noch einmal versuchen',
  },
} as const satisfies Record<Language, Record<'title' | 'body' | 'reference' | 'retry', string>>
