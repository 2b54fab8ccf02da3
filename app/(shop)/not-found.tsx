import { getShopLanguage } from '@/app/language'
import { NotFoundMessage } from '@/components/shop/not-found-message'
import { shopWords } from '@/components/shop/words'

/** Inside the shop's frame, which holds the page's `main`. */
const NotFound = async () => {
  const language = await getShopLanguage()
  return <NotFoundMessage as="div" words={shopWords(language).notFound} language={language} />
}

export default NotFound
