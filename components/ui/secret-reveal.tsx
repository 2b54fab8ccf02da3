import type { ReactNode } from 'react'
import { Banner } from './banner'
import { CopyButton } from './copy-button'
import { Field } from './form/field'
import { Input } from './input'

interface Props {
  title: string
  /** A token or a link. */
  secret: string
  /** Noun for label and copy button, such as `token`. */
  what: string
  children: ReactNode
}

/** A secret that is shown once, to be copied. */
export const SecretReveal = ({ title, secret, what, children }: Props) => (
  <Banner tone="good" title={title}>
    <p>{children}</p>
    <div className="mt-2 flex max-w-2xl items-end gap-1">
      <Field label={`The ${what}`} className="flex-1">
        <Input readOnly value={secret} className="font-mono" />
      </Field>
      <CopyButton text={secret} label={`Copy the ${what}`} />
    </div>
  </Banner>
)
