import type { ReactNode } from 'react'
import { Logo } from '@/components/ui/logo'

/** Frame of the pages before sign-in: one narrow column. */
export const AuthFrame = ({
  title,
  intro,
  children,
}: {
  title: string
  intro?: ReactNode
  children: ReactNode
}) => (
  <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-5 px-4 py-10">
    <div className="flex flex-col items-center gap-2 text-center">
      <Logo className="size-9" />
      <h1 className="text-xl">{title}</h1>
      {intro && <div className="text-muted">{intro}</div>}
    </div>
    {children}
  </main>
)
