import { type ClipboardEvent, type ComponentProps, useState } from 'react'
import { SelectField } from '@/components/ui/form/select-field'
import { TextField } from '@/components/ui/form/text-field'
import type { AddressFormat, AddressPart } from '@/temporal/contract/orders/address-format'
import type { ShopMessages } from '../messages/shop-messages'
import { addressField, REGION_OF } from './address-state'
import type { OrderFormState } from './order-form-state'
import { startRegion } from './region-text'
import { spreadLines } from './spread-lines'

type InputProps = Pick<ComponentProps<'input'>, 'autoComplete' | 'autoCapitalize' | 'spellCheck' | 'onPaste'>

const CAPITALIZED = { autoCapitalize: 'words', spellCheck: false } as const

const pasteLines = (event: ClipboardEvent<HTMLInputElement>) => {
  if (spreadLines(event.currentTarget, event.clipboardData.getData('text'))) event.preventDefault()
}

const INPUTS: Record<AddressPart, InputProps> = {
  line1: { ...CAPITALIZED, autoComplete: 'shipping address-line1', onPaste: pasteLines },
  line2: { ...CAPITALIZED, autoComplete: 'shipping address-line2' },
  district: { ...CAPITALIZED, autoComplete: 'shipping address-level3' },
  city: { ...CAPITALIZED, autoComplete: 'shipping address-level2' },
  region: { ...CAPITALIZED, autoComplete: 'shipping address-level1' },
  postalCode: { autoComplete: 'shipping postal-code', autoCapitalize: 'characters', spellCheck: false },
}

const WIDE: readonly AddressPart[] = ['line1', 'line2', 'district']

interface Props {
  part: AddressFormat['parts'][number]
  format: AddressFormat
  state: OrderFormState
  /** What was typed into the fields before, see `toTyped`. */
  typed: Record<string, string>
  messages: ShopMessages['order']
}

/** One part of an address. It shows the value that it had when it came, and keeps what is typed since. */
export const AddressPartField = ({
  part: { part, label, required },
  format,
  state,
  typed,
  messages,
}: Props) => {
  const name = addressField(part)
  const [value] = useState(() =>
    part === 'region' ? startRegion(format, typed, state.values) : (typed[name] ?? state.values[name] ?? ''),
  )
  const frame = {
    id: name,
    name,
    label: messages.parts.labels[label],
    optional: !required && messages.optional,
    required,
    className: WIDE.includes(part) ? 'sm:col-span-2' : undefined,
    form: { values: { [name]: value }, errors: state.errors },
  }
  if (part !== 'region' || format.regions.length === 0) return <TextField {...frame} {...INPUTS[part]} />
  const options = format.regions.map((region) => ({ value: region.value, label: region.name }))
  return (
    <>
      <input type="hidden" name={REGION_OF} value={format.country} />
      <SelectField
        {...frame}
        autoComplete={INPUTS.region.autoComplete}
        options={[{ value: '', label: messages.parts.choose }, ...options]}
      />
    </>
  )
}
