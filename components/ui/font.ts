/** The one typeface, self-hosted; Next adds a metric-matched fallback, so that nothing shifts while it loads. */

import localFont from 'next/font/local'

export const inter = localFont({
  src: '../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  weight: '100 900',
  display: 'swap',
  variable: '--font-inter',
})
