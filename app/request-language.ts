/** The language of pages for customers. */

import 'server-only'
import { cookies, headers } from 'next/headers'
import { messagesFor, type ShopMessages } from '@/components/shop/messages/shop-messages'
import { LANGUAGE_COOKIE, type Language, negotiateLanguage } from '@/components/shop/negotiate-language'

/** The chosen language, else the first supported one of the browser. */
export const getShopLanguage = async (): Promise<Language> => {
  const [jar, sent] = [await cookies(), await headers()]
  return negotiateLanguage(jar.get(LANGUAGE_COOKIE)?.value, sent.get('accept-language'))
}

/** Messages in the language of this request. */
export const getShopMessages = async (): Promise<ShopMessages> => messagesFor(await getShopLanguage())
