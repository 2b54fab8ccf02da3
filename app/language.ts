/** The language of what is drawn for customers. */

import 'server-only'
import { cookies, headers } from 'next/headers'
import { LANGUAGE_COOKIE, type Language, negotiateLanguage } from '@/components/shop/language'
import { messagesFor, type ShopMessages } from '@/components/shop/messages/shop-messages'

/** The one that was chosen, else the browser's first that we speak. */
export const getShopLanguage = async (): Promise<Language> => {
  const [jar, sent] = [await cookies(), await headers()]
  return negotiateLanguage(jar.get(LANGUAGE_COOKIE)?.value, sent.get('accept-language'))
}

/** The words of this request's language. */
export const getShopMessages = async (): Promise<ShopMessages> => messagesFor(await getShopLanguage())
