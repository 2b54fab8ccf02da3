/** A page of the product, as tests of all pages visit it. */

import { expect, type Page } from '@playwright/test'
import { placeWaitingOrder } from '../api'
import { type Account, people } from '../stack'

export interface Screen {
  name: string
  as: Account | null
  path: () => Promise<string> | string
  /** Title of the tab, without the number of waiting cases. */
  title: string | RegExp
  /** Waits until the page is complete. */
  ready: (page: Page) => Promise<void>
  /** Status of the response, 200 by default. */
  status?: number
  /** True when another spec runs axe on it in both themes. */
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
