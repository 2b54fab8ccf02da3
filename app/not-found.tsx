import type { Metadata } from 'next'
import { NotFoundMessage } from '@/components/shop/not-found-message'
import { shopWords } from '@/components/shop/words'
import { shopLanguage, wordsOfRequest } from './language'

export const generateMetadata = async (): Promise<Metadata> => {
  const { notFound, shop } = await wordsOfRequest()
  return { title: { absolute: `${notFound.title} · ${shop}` }, robots: { index: false } }
}

const NotFound = async () => {
  const language = await shopLanguage()
  return <NotFoundMessage words={shopWords(language).notFound} language={language} />
}

export default NotFound
