/** A page of the product as the tests of all pages visit it. */

import { expect, type Page } from '@playwright/test'
import { placeWaitingOrder } from '../api'
import { type Account, people } from '../stack'

export interface Screen {
  name: string
  as: Account | null
  path: () => Promise<string> | string
  /** Title of the tab, without the number of waiting cases. */
  title: string | RegExp
  /** What shows that the page is whole. */
  ready: (page: Page) => Promise<void>
  /** Status of the answer; 200 unless it says so. */
  status?: number
  /** Whether a spec of its own looks at it with axe, in both themes. */
  hasOwnAxeSpec?: boolean
}

/** Calls `make` at the first use only. */
export const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** An order that waits for its approval, one for all screens. */
export const waiting = once(() => placeWaitingOrder(people.customer))

export const heading = (page: Page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible()
