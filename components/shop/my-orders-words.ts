/** Words of the list of somebody's orders. Add a language by adding a table. */

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
  noOlder: 'There are no older orders',
  order: 'Place an order',
  unavailable: 'We cannot show your orders right now',
  unavailableHint: 'They are safe. Please come back in a few minutes.',
}
export type MyOrdersWords = typeof en

export const myOrdersWords = (): MyOrdersWords => en
