import type { ReactNode } from 'react'

/** A page of the console that is no list: a title and sections in one readable column, with its own scrolling. */
export const PageFrame = ({
  title,
  intro,
  children,
}: {
  title: string
  intro?: ReactNode
  children: ReactNode
}) => (
  <div className="min-h-0 flex-1 overflow-y-auto">
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-5 px-4 py-6 lg:px-8">
      <header>
        <h1 className="text-xl">{title}</h1>
        {intro && <p className="mt-1 max-w-prose text-muted">{intro}</p>}
      </header>
      {children}
    </div>
  </div>
)
