'use client'

import { createContext, type ReactNode, useContext } from 'react'

/** Level of the headings inside a case: one below its title. */
export const SectionLevel = createContext<2 | 3>(3)

/** A list of named facts; children are Fact. */
export const Facts = ({ children }: { children: ReactNode }) => (
  <dl className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 gap-y-1.5">{children}</dl>
)

/** A named fact; renders nothing without a value. */
export const Fact = ({ name, children }: { name: string; children: ReactNode }) =>
  children === null || children === undefined || children === false || children === '' ? null : (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  )

/** A section of the details with a heading. */
export const DetailsSection = ({ title, children }: { title: string; children: ReactNode }) => {
  const Heading = `h${useContext(SectionLevel)}` as const
  return (
    <section
      aria-label={title}
      className="flex flex-col gap-2 border-t border-line px-4 py-3 first:border-t-0"
    >
      <Heading className="text-xs font-medium tracking-wide text-faint">{title}</Heading>
      {children}
    </section>
  )
}
