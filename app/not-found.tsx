import type { Metadata } from 'next'
import { NotFoundMessage } from '@/components/shop/not-found-message'
import { shopWords } from '@/components/shop/words'
import { getShopLanguage, getShopMessages } from './language'

export const generateMetadata = async (): Promise<Metadata> => {
  const { notFound, shop } = await getShopMessages()
  return { title: { absolute: `${notFound.title} · ${shop}` }, robots: { index: false } }
}

const NotFound = async () => {
  const language = await getShopLanguage()
  return <NotFoundMessage words={shopWords(language).notFound} language={language} />
}

export default NotFound
