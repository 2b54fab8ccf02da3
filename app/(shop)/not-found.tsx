import { getShopLanguage } from '@/app/language'
import { messagesFor } from '@/components/shop/messages/shop-messages'
import { NotFoundMessage } from '@/components/shop/not-found-message'

/** Inside the shop's frame, which holds the page's `main`. */
const NotFound = async () => {
  const language = await getShopLanguage()
  return <NotFoundMessage as="div" messages={messagesFor(language).notFound} language={language} />
}

export default NotFound
