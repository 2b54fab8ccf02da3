'use client'

import { type FormEvent, useActionState, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { ProblemNote } from '@/components/ui/problem-note'
import { Textarea } from '@/components/ui/textarea'
import { MAX_COMMENT_LENGTH } from '@/temporal/contract/approval'
import { whyNot } from '@/temporal/contract/can'
import type { ApprovalData } from '@/temporal/contract/case'
import { usePress } from './use-press'
import { useViewing } from './viewer'

/** A word to the others, kept in the case's stream. Closed cases take none. */
export const CommentForm = ({ data }: { data: ApprovalData }) => {
  const { viewer, actions } = useViewing()
  const [posted, post] = useActionState(actions.comment, null)
  const state = usePress()
  const [text, setText] = useState(posted && !posted.ok ? (posted.words ?? '') : '')
  if (whyNot(viewer, 'case.comment', { state: data.state })) return null

  const caseId = data.approvalId
  const problem = state.problem ?? (posted && !posted.ok ? posted.problem : null)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!text.trim() || state.isPending) return
    state.press({ caseId, verb: 'comment', body: { text: text.trim() } }, { onSuccess: () => setText('') })
  }
  return (
    <form action={post} onSubmit={submit} className="flex flex-col gap-2">
      <input type="hidden" name="caseId" value={caseId} />
      <Field label="Comment" hideLabel>
        <Textarea
          name="text"
          rows={2}
          required
          placeholder="Comment for your colleagues…"
          maxLength={MAX_COMMENT_LENGTH}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey))
              event.currentTarget.form?.requestSubmit()
          }}
        />
      </Field>
      {problem && <ProblemNote problem={problem} kept="What you typed is kept." />}
      <div className="flex justify-end">
        <Button type="submit" size="sm" pending={state.isPending}>
          Comment
        </Button>
      </div>
    </form>
  )
}
