'use client'

import { useEffect, useRef, useState } from 'react'
import { Field } from '@/components/ui/form/field'
import { Textarea } from '@/components/ui/textarea'
import { UserText } from '@/components/ui/user-text'
import { MAX_COMMENT_LENGTH } from '@/temporal/contract/cases/approval'
import type { FormField } from '@/temporal/contract/cases/interaction'
import { readRecentReasons } from './recent-reasons'

interface Props {
  field: FormField
  value: string
  onChange: (value: string) => void
  error?: string
  onEscape: () => void
}

/** The reason of a decision, focused when it appears, with recent reasons to choose from. */
export const ReasonField = ({ field, value, onChange, error, onEscape }: Props) => {
  const input = useRef<HTMLTextAreaElement>(null)
  const [recent, setRecent] = useState<string[]>([])
  useEffect(() => {
    setRecent(readRecentReasons())
    input.current?.focus()
  }, [])
  const choose = (reason: string) => {
    onChange(reason)
    input.current?.focus()
  }
  return (
    <div className="flex flex-col gap-2">
      <Field label={field.label} error={error} optional={!field.required}>
        <Textarea
          ref={input}
          className="min-h-16"
          name={field.name}
          required={field.required}
          maxLength={field.maxLength ?? MAX_COMMENT_LENGTH}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              event.preventDefault()
              onEscape()
            }
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
              event.preventDefault()
              event.currentTarget.form?.requestSubmit()
            }
          }}
        />
      </Field>
      {recent.length > 0 && (
        <ul aria-label="Recent reasons" className="flex flex-wrap gap-1.5">
          {recent.map((reason) => (
            <li key={reason} className="min-w-0">
              <button
                type="button"
                onClick={() => choose(reason)}
                className="max-w-64 truncate rounded-full border border-line px-2.5 py-0.5 text-xs leading-5 text-muted hover:bg-hover hover:text-ink pointer-coarse:min-h-11"
              >
                <UserText>{reason}</UserText>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
