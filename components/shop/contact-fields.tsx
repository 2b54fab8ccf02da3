import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { PAYMENT_TOKENS } from '@/temporal/contract/order'
import { FormSection } from './form-section'
import type { OrderFormState } from './order-form-state'
import type { ShopWords } from './words'

interface Props {
  state: OrderFormState
  words: ShopWords['order']
}

interface TextField {
  name: string
  label: keyof ShopWords['order'] &
    ('name' | 'line1' | 'line2' | 'city' | 'postalCode' | 'region' | 'country')
  autoComplete: string
  wide?: boolean
  optional?: boolean
}

const ADDRESS_FIELDS: TextField[] = [
  { name: 'name', label: 'name', autoComplete: 'shipping name', wide: true },
  { name: 'line1', label: 'line1', autoComplete: 'shipping address-line1', wide: true },
  { name: 'line2', label: 'line2', autoComplete: 'shipping address-line2', wide: true, optional: true },
  { name: 'postalCode', label: 'postalCode', autoComplete: 'shipping postal-code' },
  { name: 'city', label: 'city', autoComplete: 'shipping address-level2' },
  { name: 'region', label: 'region', autoComplete: 'shipping address-level1', optional: true },
  { name: 'country', label: 'country', autoComplete: 'shipping country-name' },
]

/** Where the customer is reached. */
export const ContactFields = ({ state, words }: Props) => (
  <FormSection title={words.contact}>
    <Field id="email" label={words.email} hint={words.emailHint} error={state.errors.email}>
      <Input name="email" type="email" required autoComplete="email" defaultValue={state.values.email} />
    </Field>
  </FormSection>
)

/** Where the order goes. */
export const AddressFields = ({ state, words }: Props) => (
  <FormSection title={words.address}>
    <div className="grid gap-4 sm:grid-cols-2">
      {ADDRESS_FIELDS.map((field) => {
        const name = `shippingAddress.${field.name}`
        return (
          <Field
            key={name}
            id={name}
            label={words[field.label]}
            error={state.errors[name]}
            optional={field.optional && words.optional}
            className={field.wide ? 'sm:col-span-2' : undefined}
          >
            <Input
              name={name}
              required={!field.optional}
              autoComplete={field.autoComplete}
              defaultValue={state.values[name]}
            />
          </Field>
        )
      })}
    </div>
  </FormSection>
)

/** How it is paid: the simulated provider's cards, in words. */
export const PaymentFields = ({ state, words }: Props) => (
  <FormSection title={words.payment}>
    <Field id="paymentToken" label={words.card} hint={words.paymentHint} error={state.errors.paymentToken}>
      <Select name="paymentToken" defaultValue={state.values.paymentToken ?? PAYMENT_TOKENS[0]}>
        {PAYMENT_TOKENS.map((token) => (
          <option key={token} value={token}>
            {words.cards[token]}
          </option>
        ))}
      </Select>
    </Field>
  </FormSection>
)
