import './globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { inter } from '@/components/ui/font'
import { DENSITY_COOKIE, THEME_COOKIE, toDensity, toTheme } from '@/components/ui/preferences'
import * as paths from '@/temporal/contract/paths'
import { env } from './_server/platform/env'
import { type OutdatedPost, readOutdatedPost } from './_server/platform/http/outdated-posts'
import { OutdatedNotice } from './outdated-notice'
import { getShopLanguage, getShopMessages } from './request-language'
import { socialCard } from './social-card'

/** A function, because the URL of the deployment is known at run time only. */
export const generateMetadata = async (): Promise<Metadata> => {
  const messages = await getShopMessages()
  return {
    metadataBase: new URL(env().appUrl),
    title: { default: 'Action Center', template: '%s · Action Center' },
    description: 'Orders and approvals that never get lost.',
    icons: {
      icon: [
        { url: '/favicon.ico', sizes: '32x32' },
        { url: '/favicon.svg', type: 'image/svg+xml' },
      ],
      apple: '/apple-touch-icon.png',
    },
    ...socialCard(messages, messages.shop, messages.about),
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f7f7f8' },
    { media: '(prefers-color-scheme: dark)', color: '#111113' },
  ],
}

/** Language of the page: English for staff; that of the browser for customers. */
const languageOfPage = async (): Promise<string> =>
  (await headers()).get('x-audience') === 'shop' ? getShopLanguage() : 'en'

/** A form of an older build that no page answers. The order form answers its own. */
const findOutdatedPost = async (): Promise<OutdatedPost | null> => {
  const post = readOutdatedPost(await headers())
  return post?.pathname === paths.order() ? null : post
}

const RootLayout = async ({ children }: { children: ReactNode }) => {
  // Reading the headers also makes every page dynamic: a static one could not contain the CSP nonce.
  const language = await languageOfPage()
  const jar = await cookies()
  const outdated = await findOutdatedPost()
  return (
    <html
      lang={language}
      className={inter.variable}
      data-theme={toTheme(jar.get(THEME_COOKIE)?.value)}
      data-density={toDensity(jar.get(DENSITY_COOKIE)?.value)}
    >
      <body className="min-h-dvh bg-canvas font-sans text-ink print:bg-transparent">
        {outdated ? <OutdatedNotice post={outdated} /> : children}
      </body>
    </html>
  )
}

export default RootLayout
