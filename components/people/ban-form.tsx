'use client'

import { ConfirmDetails } from '@/components/ui/confirm-details'
import { Form } from '@/components/ui/form/form'
import type { FormAction } from '@/components/ui/form/form-state'
import { SubmitRow } from '@/components/ui/form/submit-row'
import { TextField } from '@/components/ui/form/text-field'
import { useForm } from '@/components/ui/form/use-form'
import { UserText } from '@/components/ui/user-text'

/** Bans a person, with a reason. */
export const BanForm = ({ person, action }: { person: { id: string; name: string }; action: FormAction }) => {
  const form = useForm(action)
  return (
    <ConfirmDetails label="Ban…" open={form.problem ? true : undefined}>
      <Form
        form={form}
        hidden={{ userId: person.id }}
        kept="What you typed is kept."
        className="mt-2 flex flex-col gap-3 rounded-md border border-line bg-canvas p-3"
      >
        <p>
          <UserText>{person.name}</UserText> is signed out everywhere, cannot sign in, and their API tokens
          stop. What is assigned to them stays assigned until somebody takes it over.
        </p>
        <div className="grid gap-3 sm:grid-cols-[1fr_12rem]">
          <TextField
            form={form}
            name="reason"
            label="Reason"
            hint="Administrators read it here."
            required
            maxLength={200}
            autoComplete="off"
          />
          <TextField
            form={form}
            name="until"
            label="Last day"
            type="date"
            optional
            hint="Your day; empty: until lifted."
          />
        </div>
        <SubmitRow variant="danger" pendingLabel="Banning…">
          Ban <UserText>{person.name}</UserText>
        </SubmitRow>
      </Form>
    </ConfirmDetails>
  )
}
