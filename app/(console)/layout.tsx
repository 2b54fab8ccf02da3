import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { currentActor } from '@/app/_server/auth/current-actor'
import { setTheme } from '@/app/preferences'
import { signOutAndRedirect } from '@/app/sign-out'
import { PersonMenu } from '@/components/shell/person-menu'
import { Providers } from '@/components/shell/providers'
import { Shell } from '@/components/shell/shell'
import { DENSITY_COOKIE, THEME_COOKIE, toDensity, toTheme } from '@/components/ui/preferences'
import { isStaff } from '@/temporal/contract/auth/actor'
import { TIME_ZONE_COOKIE } from '@/temporal/contract/days'

const ConsoleLayout = async ({ children }: { children: ReactNode }) => {
  const actor = await currentActor()
  // A layout does not know its URL: the page redirects to sign-in.
  if (!actor || !isStaff(actor)) return children
  const jar = await cookies()
  const preferences = {
    theme: toTheme(jar.get(THEME_COOKIE)?.value),
    density: toDensity(jar.get(DENSITY_COOKIE)?.value),
    setTheme,
  }
  return (
    <Providers
      key={actor.id}
      viewer={{ id: actor.id, name: actor.name }}
      nonce={(await headers()).get('x-nonce') ?? undefined}
      zoneCookie={TIME_ZONE_COOKIE}
    >
      <Shell
        viewer={actor}
        personMenu={
          <PersonMenu
            name={actor.name}
            role={actor.role}
            preferences={preferences}
            signOut={signOutAndRedirect.bind(null, actor.id)}
          />
        }
      >
        {children}
      </Shell>
    </Providers>
  )
}

export default ConsoleLayout
