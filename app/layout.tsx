import './globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { inter } from '@/components/ui/font'
import { DENSITY_COOKIE, densityOf, THEME_COOKIE, themeOf } from '@/components/ui/preferences'

export const metadata: Metadata = {
  title: { default: 'Action Center', template: '%s · Action Center' },
  description: 'Orders and approvals that never get lost.',
  icons: { icon: { url: '/favicon.svg', type: 'image/svg+xml' } },
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

const RootLayout = async ({ children }: { children: ReactNode }) => {
  // Makes every page dynamic: one that was built ahead could not carry this request's nonce.
  await headers()
  const jar = await cookies()
  return (
    <html
      lang="en"
      className={inter.variable}
      data-theme={themeOf(jar.get(THEME_COOKIE)?.value)}
      data-density={densityOf(jar.get(DENSITY_COOKIE)?.value)}
    >
      <body className="min-h-dvh bg-canvas font-sans text-ink">{children}</body>
    </html>
  )
}

export default RootLayout
