'use client'

import { type FormEvent, lazy, Suspense, useRef } from 'react'
import * as shortcutKeys from '@/components/keyboard/case-shortcut-keys'
import { useCommand } from '@/components/keyboard/commands'
import { KeyCaps } from '@/components/keyboard/key-caps'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/form/field'
import { fieldValue } from '@/components/ui/form/form-state'
import { ProblemNote } from '@/components/ui/form/problem-note'
import { useForm } from '@/components/ui/form/use-form'
import { Textarea } from '@/components/ui/textarea'
import { denialReason } from '@/temporal/contract/auth/permissions'
import { MAX_COMMENT_LENGTH } from '@/temporal/contract/cases/approval'
import type { ApprovalData } from '@/temporal/contract/cases/case'
import { EMPTY_DRAFT } from '../draft/draft-store'
import { useDraft } from '../draft/use-draft'
import { RetryButton } from '../retry-button'
import { useCaseMutation } from '../use-case-mutation'
import { useViewer } from '../viewer-context'
import { CommentDraft } from './comment-draft'
import { useMentions } from './use-mentions'

const MentionList = lazy(() => import('./mention-list'))

/** Adds a comment to the stream; `@` mentions a colleague. Not shown for closed cases. */
export const CommentForm = ({ data }: { data: ApprovalData }) => {
  const { viewer, actions } = useViewer()
  const form = useForm(actions.comment)
  const mutation = useCaseMutation()
  const caseId = data.approvalId
  const draft = useDraft(caseId, 'comment', fieldValue(form, 'text'))
  const { text, update, show } = draft
  const field = useRef<HTMLTextAreaElement>(null)
  const mentionInput = useMentions(field, draft)
  const isDisabled = denialReason(viewer, 'case.comment', { state: data.state }) !== null
  useCommand(
    isDisabled
      ? null
      : {
          id: 'case.comment',
          label: 'Comment',
          section: 'Case',
          keys: shortcutKeys.comment,
          run: () => field.current?.focus(),
        },
  )
  if (isDisabled)
    return text.trim() ? <CommentDraft text={text} onDiscard={() => update(EMPTY_DRAFT)} /> : null

  const problem = mutation.problem ?? form.problem
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const sentText = text.trim()
    if (!sentText || mutation.isPending) return
    const { mentions } = mentionInput
    const body = { text: sentText, ...(mentions.length > 0 && { mentions }) }
    // The stream shows the comment at once. After a refusal the text returns, unless another was typed meanwhile.
    show(EMPTY_DRAFT)
    const onError = () => show((now) => (now.text ? now : { text: sentText, mentions }))
    mutation.mutate({ caseId, verb: 'comment', body }, { onError })
  }
  return (
    <form action={form.submit} onSubmit={submit} className="flex flex-col gap-2">
      <input type="hidden" name="caseId" value={caseId} />
      <div className="relative">
        <Suspense>{mentionInput.list && <MentionList {...mentionInput.list} />}</Suspense>
        <Field label="Comment" hideLabel>
          <Textarea
            ref={field}
            name="text"
            rows={2}
            required
            className="w-full"
            placeholder="Comment for your colleagues… @ calls one"
            aria-keyshortcuts={shortcutKeys.comment}
            maxLength={MAX_COMMENT_LENGTH}
            value={text}
            {...mentionInput.fieldProps}
            onChange={(event) => {
              update({ text: event.target.value })
              mentionInput.updateQuery()
            }}
            onKeyDown={(event) => {
              if (mentionInput.onKeyDown(event)) return
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
          action={<RetryButton problem={problem} />}
        />
      )}
      <div className="flex items-center justify-end gap-3">
        <p aria-hidden className="mr-auto text-xs text-faint max-sm:hidden pointer-coarse:hidden">
          <KeyCaps keys={shortcutKeys.comment} /> writes, <KeyCaps keys="mod+enter" /> sends
        </p>
        <Button type="submit" size="sm" pending={mutation.isPending} aria-keyshortcuts="Control+Enter">
          Comment
        </Button>
      </div>
    </form>
  )
}
