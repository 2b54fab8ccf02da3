import { getShopLanguage } from '@/app/request-language'
import { messagesFor } from '@/components/shop/messages/shop-messages'
import { NotFoundMessage } from '@/components/shop/not-found-message'

/** Inside the frame of the shop, which has the `main`. */
const NotFound = async () => {
  const language = await getShopLanguage()
  return <NotFoundMessage as="div" messages={messagesFor(language).notFound} language={language} />
}

export default NotFound
