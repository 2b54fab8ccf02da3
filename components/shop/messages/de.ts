/** German: frame, problems and message pages. */

import { order } from './de-order'
import { track } from './de-track'
import type { en } from './en'

export const de = {
  locale: 'de-DE',
  moneyLocale: 'de-DE',

  shop: 'Corner Store',
  shopHome: 'Corner Store: bestellen',
  about: 'In einer Minute bestellen und auf einer eigenen Seite verfolgen.',
  skip: 'Zum Inhalt springen',
  shopNav: 'Laden',
  signIn: 'Anmelden',
  myOrders: 'Bestellungen',
  demoNote: 'Ein Laden zum Ausprobieren: Karten sind simuliert, und kein Paket geht auf die Reise.',
  language: 'Sprache',
  noAnswer: 'Keine Antwort. Bitte versuchen Sie es noch einmal.',
  theme: 'Farben der Seite',
  themes: { light: 'Hell', dark: 'Dunkel', system: 'Wie Ihr Gerät' },
  request: 'Anfrage',
  questions: 'Fragen?',
  write: 'Schreiben Sie uns',

  order,
  track,

  session: {
    changed: 'Sie sind jetzt als {name} angemeldet',
    changedUnnamed: 'Sie sind jetzt mit einem anderen Konto angemeldet',
    ended: 'Sie wurden abgemeldet',
    hint: 'Diese Seite war für jemand anderen. Was Sie eingegeben haben, bleibt stehen, bis Sie sie neu laden.',
    reload: 'Seite neu laden',
  },

  problems: {
    SESSION_CHANGED: {
      title: 'Sie sind jetzt mit einem anderen Konto angemeldet',
      detail: 'Es wurde nichts bestellt. Laden Sie die Seite neu, um mit diesem Konto zu bestellen.',
    },
    SESSION_ENDED: {
      title: 'Sie wurden abgemeldet',
      detail:
        'Es wurde nichts bestellt. Melden Sie sich wieder an, oder laden Sie die Seite neu, um ohne Konto zu bestellen.',
    },
    UNAUTHENTICATED: {
      title: 'Es wurde noch nichts bestellt: Bitte bestellen Sie noch einmal',
      detail:
        'Das Cookie, durch das eine Bestellung nur einmal aufgegeben wird, fehlte; wir haben es neu gesetzt. Sehen Sie dies zweimal, erlauben Sie bitte Cookies für diesen Laden.',
    },
    RATE_LIMITED: {
      title: 'Das war viel in kurzer Zeit',
      detail: 'Bitte warten Sie eine Minute und versuchen Sie es dann noch einmal.',
    },
    TEMPORAL_UNAVAILABLE: {
      title: 'Das geht gerade nicht',
      detail: 'Es liegt an uns, nicht an Ihnen. Bitte versuchen Sie es in einer Minute noch einmal.',
    },
    DATABASE_UNAVAILABLE: {
      title: 'Das geht gerade nicht',
      detail: 'Es liegt an uns, nicht an Ihnen. Bitte versuchen Sie es in einer Minute noch einmal.',
    },
    DRAINING: {
      title: 'Wir sind gleich wieder da',
      detail: 'Bitte versuchen Sie es in ein paar Sekunden noch einmal.',
    },
    TOO_LATE_TO_CANCEL: {
      title: 'Diese Bestellung kann nicht mehr storniert werden',
      detail: 'Sie ist inzwischen zu weit. Auf dieser Seite sehen Sie den jetzigen Stand.',
    },
    CASE_CLOSED: {
      title: 'Diese Bestellung ist schon abgeschlossen',
      detail: 'Auf dieser Seite sehen Sie, wie sie ausgegangen ist.',
    },
  },
  problemOfOurs: {
    title: 'Bei uns ist etwas schiefgegangen',
    detail: 'Bitte versuchen Sie es noch einmal. Wenn es wieder geschieht, nennen Sie uns die Anfrage unten.',
  },

  outdated: {
    title: 'Diese Seite stammt aus einer älteren Fassung: Es ist nichts geschehen',
    body: 'Wir haben unsere Seiten erneuert, während Ihre offen war. Hier steht alles, was Sie eingegeben haben: Kopieren Sie es, laden Sie die Seite neu und senden Sie es von dort.',
    back: 'Seite neu laden',
  },

  notFound: {
    title: 'Hier ist nichts',
    body: 'Der Link ist vielleicht unvollständig oder nicht mehr gültig. Kam er per E-Mail, öffnen Sie ihn bitte von dort aus noch einmal.',
    home: 'Zur Startseite',
  },
} satisfies typeof en
