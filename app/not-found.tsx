import type { Metadata } from 'next'
import { messagesFor } from '@/components/shop/messages/shop-messages'
import { NotFoundMessage } from '@/components/shop/not-found-message'
import { getShopLanguage, getShopMessages } from './request-language'

export const generateMetadata = async (): Promise<Metadata> => {
  const { notFound, shop } = await getShopMessages()
  return { title: { absolute: `${notFound.title} · ${shop}` } }
}

const NotFound = async () => {
  const language = await getShopLanguage()
  return <NotFoundMessage messages={messagesFor(language).notFound} language={language} />
}

export default NotFound
