/**
 * Messages of the error pages in every language: they are rendered in the browser without the server, and the
 * full tables would be too large.
 */

import type { Language } from '../negotiate-language'

export const ERROR_MESSAGES = {
  en: {
    title: 'Something went wrong on our side',
    body: 'This page could not be shown. Orders and answers that were confirmed to you are safe. Please try again.',
    reference: 'If it happens again, tell us this number:',
    retry: 'Try again',
  },
  de: {
    title: 'Bei uns ist etwas schiefgegangen',
    body: 'Diese Seite ließ sich nicht anzeigen. Bestellungen und Antworten, die wir Ihnen bestätigt haben, sind sicher. Bitte versuchen Sie es noch einmal.',
    reference: 'Geschieht es wieder, nennen Sie uns diese Nummer:',
    retry: 'Noch einmal versuchen',
  },
} as const satisfies Record<Language, Record<'title' | 'body' | 'reference' | 'retry', string>>
