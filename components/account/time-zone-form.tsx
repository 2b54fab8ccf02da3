'use client'

import { Banner } from '@/components/ui/banner'
import { Card } from '@/components/ui/card'
import { Form } from '@/components/ui/form/form'
import type { FormAction } from '@/components/ui/form/form-state'
import { SelectField } from '@/components/ui/form/select-field'
import { SubmitRow } from '@/components/ui/form/submit-row'
import { useForm } from '@/components/ui/form/use-form'

interface Props {
  /** The chosen zone; empty for that of the browser. */
  zone: string
  zones: readonly string[]
  action: FormAction
}

/** Chooses the time zone whose days lists and reports count for the viewer. */
export const TimeZoneForm = ({ zone, zones, action }: Props) => {
  const form = useForm(action)
  const options = zones.map((name) => ({ value: name, label: name.replaceAll('_', ' ') }))
  return (
    <Card title="Time zone">
      <Form form={form} className="flex max-w-sm flex-col gap-3">
        {form.state?.ok && <Banner tone="good" title="Your time zone is saved" />}
        <SelectField
          form={form}
          name="zone"
          label="Days begin at midnight in"
          hint="For filters such as “due today”, and for reports."
          initial={zone}
          options={[{ value: '', label: 'The time zone of this browser' }, ...options]}
        />
        <SubmitRow pendingLabel="Saving…">Save</SubmitRow>
      </Form>
    </Card>
  )
}
