/** Messages of the list of orders. Add a language by adding a table. */

import type { Language } from '../negotiate-language'

const en = {
  title: 'Your orders',
  ofAccount: 'What {name} ordered, newest first.',
  ofBrowser: 'What was ordered in this browser, newest first.',
  elsewhere:
    'Ordered somewhere else? The message that confirmed your order has a link to its page. With an account, sign in to see what you ordered with it.',
  signOut: 'Sign out',
  number: 'Order {number}',
  pieces: { one: '1 piece', other: '{count} pieces' },
  placed: 'Placed',
  older: 'Older orders',
  none: 'You have not ordered anything yet',
  noneHint: 'Orders appear here the moment you place them.',
  order: 'Place an order',
  unavailable: 'We cannot show your orders right now',
  unavailableHint: 'They are safe. Please come back in a few minutes.',
}
export type MyOrdersMessages = typeof en

const de: MyOrdersMessages = {
  title: 'Ihre Bestellungen',
  ofAccount: 'Was {name} bestellt hat, das Neueste zuerst.',
  ofBrowser: 'Was in diesem Browser bestellt wurde, das Neueste zuerst.',
  elsewhere:
    'Woanders bestellt? In der Nachricht, die Ihre Bestellung bestätigt hat, steht ein Link zu ihrer Seite. Mit einem Konto sehen Sie nach dem Anmelden, was Sie damit bestellt haben.',
  signOut: 'Abmelden',
  number: 'Bestellung {number}',
  pieces: { one: '1 Stück', other: '{count} Stück' },
  placed: 'Aufgegeben am',
  older: 'Ältere Bestellungen',
  none: 'Sie haben noch nichts bestellt',
  noneHint: 'Bestellungen erscheinen hier, sobald Sie sie aufgeben.',
  order: 'Etwas bestellen',
  unavailable: 'Wir können Ihre Bestellungen gerade nicht zeigen',
  unavailableHint: 'Sie sind sicher. Bitte kommen Sie in ein paar Minuten wieder.',
}

const MESSAGES = { en, de } satisfies Record<Language, MyOrdersMessages>

/** The messages in one language. */
export const myOrdersMessagesFor = (language: Language): MyOrdersMessages => MESSAGES[language]
