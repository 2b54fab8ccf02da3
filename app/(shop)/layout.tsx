import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { currentActor } from '@/app/_server/auth/current-actor'
import { setLanguage, setTheme } from '@/app/preferences'
import { getShopLanguage, getShopMessages } from '@/app/request-language'
import { LanguageSwitch } from '@/components/shop/language-switch'
import { messagesFor } from '@/components/shop/messages/shop-messages'
import { ShopFrame } from '@/components/shop/shop-frame'
import { THEME_COOKIE, toTheme } from '@/components/ui/preferences'
import { ThemeToggle } from '@/components/ui/theme-toggle'
import { isSignedIn } from '@/temporal/contract/auth/actor'

export const generateMetadata = async (): Promise<Metadata> => {
  const { shop, about } = await getShopMessages()
  return { title: { default: shop, template: `%s · ${shop}` }, description: about }
}

const ShopLayout = async ({ children }: { children: ReactNode }) => {
  const [language, actor] = await Promise.all([getShopLanguage(), currentActor()])
  const messages = messagesFor(language)
  const theme = toTheme((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <ShopFrame
      messages={messages}
      isSignedIn={actor !== null && isSignedIn(actor)}
      themeToggle={
        <ThemeToggle theme={theme} action={setTheme} label={messages.theme} labels={messages.themes} />
      }
      languageSwitch={
        <LanguageSwitch
          current={language}
          label={messages.language}
          failed={messages.noAnswer}
          action={setLanguage}
        />
      }
    >
      {children}
    </ShopFrame>
  )
}

export default ShopLayout
