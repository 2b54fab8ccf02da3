/** Every word that customers read, in one place for each language. Add a language by adding a table. */

import type { Theme } from '@/components/ui/preferences'
import type { ErrorCode } from '@/temporal/contract/errors'
import type { PaymentToken } from '@/temporal/contract/order'
import type {
  CustomerEvent,
  CustomerReason,
  Headline,
  MoneyState,
  TRACK_STEPS,
  TrackStep,
} from '@/temporal/contract/track'

interface ProblemWords {
  title: string
  detail: string
}
type StepName = (typeof TRACK_STEPS)[number]

/** Plain data, so that a page can hand a part of it to the browser; `{…}` is filled in by `fill`. */
const en = {
  locale: 'en-GB',
  moneyLocale: 'en-US',

  shop: 'Corner Store',
  shopHome: 'Corner Store: order',
  skip: 'Skip to the content',
  shopNav: 'Shop',
  signIn: 'Sign in',
  myOrders: 'Your orders',
  demoNote: 'A shop to try things out: cards are simulated and nothing is sent.',
  theme: 'Colours of the page',
  themes: { light: 'Light', dark: 'Dark', system: 'As your device' } satisfies Record<Theme, string>,

  order: {
    title: 'Place an order',
    intro: 'Choose what you would like, tell us where it goes, and follow it on a page of its own.',
    products: 'Products',
    unavailable: 'We cannot take orders right now',
    unavailableHint: 'It is our side, not yours. Please come back in a few minutes.',
    noProducts: 'There is nothing to order right now. Please come back a little later.',
    inStock: 'In stock',
    fewLeft: 'Only {count} left',
    soldOut: 'Sold out',
    quantityOf: 'Quantity of {name}',
    less: 'One {name} less',
    more: 'One {name} more',
    contact: 'How we reach you',
    email: 'E-mail',
    emailHint: 'For news about this order, and nothing else.',
    address: 'Where it goes',
    name: 'Full name',
    line1: 'Street and number',
    line2: 'Flat, floor, company',
    city: 'Town or city',
    postalCode: 'Postcode',
    region: 'State or region',
    country: 'Country',
    optional: 'optional',
    payment: 'How you pay',
    card: 'Card',
    paymentHint: 'These cards are simulated: no real money moves.',
    cards: {
      tok_approved: 'Test card: approved',
      tok_declined: 'Test card: declined',
      tok_insufficient_funds: 'Test card: not enough funds',
      tok_slow: 'Test card: the bank takes a few seconds',
      tok_flaky: 'Test card: fails at first, then works',
      tok_timeout: 'Test card: the bank does not answer in time',
    } satisfies Record<PaymentToken, string>,
    summary: 'Your order',
    empty: 'Nothing chosen yet.',
    total: 'Total',
    totalNote: 'Delivery is included. You can cancel until we pack your order.',
    updateTotal: 'Update the total',
    submit: 'Place order',
    submitting: 'Placing your order…',
    fix: 'Please look at these again; everything you typed is still here:',
    kept: 'Everything you typed is still here. Placing it again cannot make a second order.',
    errors: {
      items: 'Choose at least one product: whole numbers up to 999, and no more than there are.',
      email: 'Enter an e-mail address, such as ada@example.com.',
      'shippingAddress.name': 'Enter the name of the person who receives it.',
      'shippingAddress.line1': 'Enter the street and the number.',
      'shippingAddress.line2': 'This line is too long.',
      'shippingAddress.city': 'Enter the town or city.',
      'shippingAddress.postalCode': 'Enter the postcode.',
      'shippingAddress.region': 'This is too long.',
      'shippingAddress.country': 'Enter the country.',
      paymentToken: 'Choose a way to pay.',
    } as Record<string, string>,
  },

  track: {
    title: 'Order {number}',
    placed: 'Placed',
    progress: 'Progress of your order',
    steps: {
      placed: 'Placed',
      reviewed: 'Being checked',
      paid: 'Paid',
      shipped: 'Shipped',
      delivered: 'Delivered',
    } satisfies Record<StepName, string>,
    stepsDone: {
      placed: 'Placed',
      reviewed: 'Checked',
      paid: 'Paid',
      shipped: 'Shipped',
      delivered: 'Delivered',
    } satisfies Record<StepName, string>,
    stepStates: {
      done: 'done',
      current: 'under way',
      upcoming: 'still to come',
      stopped: 'did not happen',
    } satisfies Record<TrackStep['status'], string>,
    headlines: {
      received: 'We have your order',
      inReview: 'We are checking your order',
      needsYou: 'We need something from you',
      paying: 'We are taking your payment',
      preparing: 'We are packing your order',
      onItsWay: 'Your order is on its way',
      delivered: 'Your order was delivered',
      closing: 'We are closing your order',
      cancelled: 'Your order was cancelled',
      failed: 'We could not complete your order',
    } satisfies Record<Headline, string>,
    next: {
      received: 'We are making sure that everything is in stock. This usually takes a few seconds.',
      inReview: 'A colleague takes a look before you are charged. This usually takes under 2 hours.',
      needsYou: 'We have written to you and wait for your answer.',
      paying: 'As soon as your bank confirms, we start packing.',
      preparing: 'Next we hand it to the carrier, and write to you when it leaves.',
      onItsWay: 'The carrier has it. Nothing is left for you to do.',
      delivered: 'Enjoy it, and thank you for your order.',
      closing:
        'Your items go back on the shelf and any money goes back to you. This page tells you when it is done.',
      cancelled: 'Nothing will be sent.',
      failed: 'Nothing will be sent.',
    } satisfies Record<Headline, string>,
    delayed: 'This takes a little longer than usual. We are on it, and you need not do anything.',
    money: {
      notCharged: 'You have not been charged.',
      charging: 'A payment of {total} is under way.',
      charged: 'You paid {charged}.',
      returning: 'We are giving back the {charged} you paid.',
      refunded: 'We gave back {refunded}. Banks usually show it within 3 to 5 working days.',
    } satisfies Record<MoneyState, string>,
    notChargedClosed: 'No money was taken.',
    reasons: {
      completed: null,
      asAsked: 'It was cancelled as asked.',
      notAccepted: 'After checking it we could not accept this order.',
      notReviewedInTime: 'We did not manage to check it in time. We are sorry.',
      productGone: 'Something in it is no longer sold.',
      addressIncomplete: 'The address was not complete enough to deliver to.',
      ourFault: 'Something went wrong on our side. We are sorry.',
      outOfStock: 'An item sold out before we could set it aside for you.',
      partlyOutOfStock: 'We had fewer of an item than you ordered.',
      cardDeclined: 'The payment was declined.',
      insufficientFunds: 'The card did not have enough funds.',
      cannotDeliver: 'The carrier could not take it to this address.',
    } satisfies Record<CustomerReason, string | null>,
    wordsFromUs: 'The reason:',
    orderAgain: 'Place a new order',
    timeline: 'What happened so far',
    events: {
      placed: 'You placed the order',
      reserved: 'We set your items aside',
      reviewStarted: 'We started checking the order',
      reviewEnded: 'We finished checking the order',
      paymentPending: 'Your bank is taking longer than usual',
      paid: 'You paid {amount}',
      refunded: 'We gave back {amount}',
      notCharged: 'No money was taken',
      confirmed: 'We confirmed the order',
      shipped: 'The carrier picked it up',
      delivered: 'It was delivered',
      cancelRequested: 'We were asked to cancel the order',
      delayed: 'It takes a little longer than usual',
      resumed: 'It goes on',
      cancelled: 'The order was cancelled',
      failed: 'The order could not be completed',
    } satisfies Record<CustomerEvent, string>,
    items: 'Items',
    item: 'Item',
    amount: 'Amount',
    total: 'Total',
    each: '{price} each',
    deliversTo: 'Delivers to',
    payment: 'Payment',
    cancel: 'Cancel order',
    cancelTitle: 'Cancel this order?',
    cancelUncharged: 'Nothing is sent and you are not charged. This cannot be undone.',
    cancelCharged:
      'Nothing is sent and the {amount} you paid goes back to you, usually within 3 to 5 working days. This cannot be undone.',
    cancelConfirm: 'Yes, cancel it',
    cancelling: 'Cancelling…',
    cancelPending: 'We have your wish to cancel. This page tells you as soon as it is done.',
    notCancelled: 'The order was not cancelled.',
    unavailable: 'We cannot look up your order right now',
    unavailableHint: 'Nothing about the order has changed. Please reload this page in a minute.',
    stale: 'We cannot reach the newest state right now. This is how it was at',
    updates: 'This page updates by itself.',
    reload: 'Reload this page for news.',
    reconnecting: 'The connection is lost; trying again…',
  },

  problems: {
    UNAUTHENTICATED: {
      title: 'Please allow cookies for this shop',
      detail:
        'One cookie makes sure that an order is placed only once. Allow it, then place the order again.',
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
      detail: 'It has gone too far while this page was open. You see below how it stands now.',
    },
    CASE_CLOSED: {
      title: 'This order is already closed',
      detail: 'You see below how it ended.',
    },
  } as Partial<Record<ErrorCode, ProblemWords>>,
  problemOfOurs: {
    title: 'Something went wrong on our side',
    detail: 'Please try again; if it happens again, tell us the request below.',
  } satisfies ProblemWords,

  notFound: {
    title: 'There is nothing here',
    body: 'The link may be incomplete or no longer valid. If it came in a mail, open it from there again.',
    home: 'Go to the start page',
  },
}

export type ShopWords = typeof en

const WORDS = { en } satisfies Record<string, ShopWords>

/** The words of a language; customers of any other read English. */
export const shopWords = (language: keyof typeof WORDS = 'en'): ShopWords => WORDS[language]

/** A sentence with its gaps filled in. */
export const fill = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap))
