import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { setTheme } from '@/app/preferences'
import { ShopFrame } from '@/components/shop/shop-frame'
import { shopWords } from '@/components/shop/words'
import { THEME_COOKIE, themeOf } from '@/components/ui/preferences'
import { ThemeToggle } from '@/components/ui/theme-toggle'

const ShopLayout = async ({ children }: { children: ReactNode }) => {
  const words = shopWords()
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <ShopFrame
      words={words}
      themeToggle={<ThemeToggle theme={theme} action={setTheme} label={words.theme} words={words.themes} />}
    >
      {children}
    </ShopFrame>
  )
}

export default ShopLayout
