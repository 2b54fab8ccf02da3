/** English: frame, problems and message pages. `{…}` is replaced by `interpolate`. */

import type { Theme } from '@/components/ui/preferences'
import { order } from './en-order'
import { track } from './en-track'

export const en = {
  locale: 'en-GB',
  moneyLocale: 'en-US',

  shop: 'Corner Store',
  shopHome: 'Corner Store: order',
  about: 'Order in a minute and follow it on a page of its own.',
  skip: 'Skip to the content',
  shopNav: 'Shop',
  signIn: 'Sign in',
  myOrders: 'Your orders',
  demoNote: 'A shop to try things out: cards are simulated and no parcel leaves.',
  language: 'Language',
  noAnswer: 'No answer. Please try again.',
  theme: 'Colours of the page',
  themes: { light: 'Light', dark: 'Dark', system: 'As your device' } satisfies Record<Theme, string>,
  request: 'Request',
  questions: 'Questions?',
  write: 'Write to us',

  order,
  track,

  session: {
    changed: 'You are signed in as {name} now',
    changedUnnamed: 'You are signed in with another account now',
    ended: 'You have been signed out',
    hint: 'This page was made for somebody else. What you typed stays until you load it again.',
    reload: 'Load the page again',
  },

  problems: {
    SESSION_CHANGED: {
      title: 'You are signed in with another account now',
      detail: 'Nothing was ordered. Load the page again to order with this account.',
    },
    SESSION_ENDED: {
      title: 'You have been signed out',
      detail: 'Nothing was ordered. Sign in again, or load the page again to order without an account.',
    },
    UNAUTHENTICATED: {
      title: 'Nothing was ordered yet: please place the order once more',
      detail:
        'The cookie that makes sure that an order is placed only once was missing; we have set it again. If you see this twice, please allow cookies for this shop.',
    },
    RATE_LIMITED: {
      title: 'That was a lot in a short time',
      detail: 'Please wait a minute, then try again.',
    },
    TEMPORAL_UNAVAILABLE: {
      title: 'We cannot do this right now',
      detail: 'It is our side, not yours. Please try again in a minute.',
    },
    DATABASE_UNAVAILABLE: {
      title: 'We cannot do this right now',
      detail: 'It is our side, not yours. Please try again in a minute.',
    },
    DRAINING: { title: 'We are back in a moment', detail: 'Please try again in a few seconds.' },
    TOO_LATE_TO_CANCEL: {
      title: 'It is too late to cancel this order',
      detail: 'It has gone too far while this page was open. This page shows how it stands now.',
    },
    CASE_CLOSED: {
      title: 'This order is already closed',
      detail: 'This page shows how it ended.',
    },
  },
  problemOfOurs: {
    title: 'Something went wrong on our side',
    detail: 'Please try again; if it happens again, tell us the request below.',
  },

  outdated: {
    title: 'This page is from an older version: nothing was done',
    body: 'We have renewed our pages while yours was open. Here is everything you typed: copy it, load the page again, and send it from there.',
    back: 'Load the page again',
  },

  notFound: {
    title: 'There is nothing here',
    body: 'The link may be incomplete or no longer valid. If it came in a mail, open it from there again.',
    home: 'Go to the start page',
  },
}
