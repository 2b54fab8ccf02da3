import type { Metadata } from 'next'
import { NotFoundMessage } from '@/components/shop/not-found-message'
import { shopWords } from '@/components/shop/words'

export const metadata: Metadata = { title: shopWords().notFound.title, robots: { index: false } }

const NotFound = () => <NotFoundMessage />

export default NotFound
