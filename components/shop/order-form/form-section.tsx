import { type ReactNode, useId } from 'react'

/** A section of a form with a heading. */
export const FormSection = ({ title, id, children }: { title: string; id?: string; children: ReactNode }) => {
  const headingId = useId()
  return (
    <section id={id} tabIndex={id ? -1 : undefined} aria-labelledby={headingId} className="outline-none">
      <h2 id={headingId} className="mb-3 text-lg">
        {title}
      </h2>
      {children}
    </section>
  )
}
