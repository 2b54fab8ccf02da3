/** Metadata of link previews: one picture, and no data of orders or people. */

import type { Metadata } from 'next'
import type { ShopMessages } from '@/components/shop/messages/shop-messages'

const CARD = { url: '/social-card.png', width: 1200, height: 630 }

/** @param title must not name a person or an order */
export const socialCard = (
  { shop, locale }: ShopMessages,
  title: string,
  description: string,
): Pick<Metadata, 'openGraph' | 'twitter'> => ({
  openGraph: {
    type: 'website',
    siteName: shop,
    locale: locale.replace('-', '_'),
    title,
    description,
    images: [{ ...CARD, alt: shop }],
  },
  twitter: { card: 'summary_large_image', title, description, images: [CARD.url] },
})
