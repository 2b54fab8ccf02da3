'use client'

import { type FormEvent, lazy, Suspense, useActionState, useRef, useState } from 'react'
import { useCommand } from '@/components/commands/commands'
import { KeyCaps } from '@/components/commands/key-caps'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { ProblemNote } from '@/components/ui/problem-note'
import { Textarea } from '@/components/ui/textarea'
import { denialReason } from '@/temporal/contract/auth/permissions'
import { MAX_COMMENT_LENGTH } from '@/temporal/contract/cases/approval'
import type { ApprovalData } from '@/temporal/contract/cases/case'
import { TryAgain } from './try-again'
import { UnsentComment } from './unsent-comment'
import { useMentions } from './use-mentions'
import { usePress } from './use-press'
import { useViewing } from './viewer'

const MentionList = lazy(() => import('./mention-list'))

/** A word to the others, kept in the case's stream; `@` calls a colleague. Closed cases take none. */
export const CommentForm = ({ data }: { data: ApprovalData }) => {
  const { viewer, actions } = useViewing()
  const [posted, post] = useActionState(actions.comment, null)
  const state = usePress()
  const [text, setText] = useState(posted && !posted.ok ? (posted.words ?? '') : '')
  const field = useRef<HTMLTextAreaElement>(null)
  const calling = useMentions(field, text, setText)
  const isOff = denialReason(viewer, 'case.comment', { state: data.state }) !== null
  useCommand(
    isOff
      ? null
      : {
          id: 'case.comment',
          label: 'Comment',
          section: 'Case',
          keys: 'm',
          run: () => field.current?.focus(),
        },
  )
  if (isOff) return text.trim() ? <UnsentComment text={text} onDiscard={() => setText('')} /> : null

  const caseId = data.approvalId
  const problem = state.problem ?? (posted && !posted.ok ? posted.problem : null)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const said = text.trim()
    if (!said || state.isPending) return
    const { mentions } = calling
    const body = { text: said, ...(mentions.length > 0 && { mentions }) }
    // It stands in the stream at once; where it is refused the words come back, unless others were typed meanwhile.
    setText('')
    const onError = () => setText((now) => now || said)
    state.press({ caseId, verb: 'comment', body }, { onSuccess: calling.forget, onError })
  }
  return (
    <form action={post} onSubmit={submit} className="flex flex-col gap-2">
      <input type="hidden" name="caseId" value={caseId} />
      <div className="relative">
        <Suspense>{calling.list && <MentionList {...calling.list} />}</Suspense>
        <Field label="Comment" hideLabel>
          <Textarea
            ref={field}
            name="text"
            rows={2}
            required
            className="w-full"
            placeholder="Comment for your colleagues… @ calls one"
            aria-keyshortcuts="m"
            maxLength={MAX_COMMENT_LENGTH}
            value={text}
            {...calling.fieldProps}
            onChange={(event) => {
              setText(event.target.value)
              calling.look()
            }}
            onKeyDown={(event) => {
              if (calling.onKeyDown(event)) return
              if (event.key === 'Enter' && (event.metaKey || event.ctrlKey))
                event.currentTarget.form?.requestSubmit()
              if (event.key === 'Escape') {
                event.preventDefault()
                event.currentTarget.blur()
              }
            }}
          />
        </Field>
      </div>
      {problem && (
        <ProblemNote
          problem={problem}
          kept="What you typed is kept."
          action={<TryAgain problem={problem} />}
        />
      )}
      <div className="flex items-center justify-end gap-3">
        <p aria-hidden className="mr-auto text-xs text-faint max-sm:hidden pointer-coarse:hidden">
          <KeyCaps keys="m" /> writes, <KeyCaps keys="mod+enter" /> sends
        </p>
        <Button type="submit" size="sm" pending={state.isPending} aria-keyshortcuts="Control+Enter">
          Comment
        </Button>
      </div>
    </form>
  )
}
