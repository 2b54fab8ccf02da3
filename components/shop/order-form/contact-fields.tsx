import type { ComponentProps } from 'react'
import { SelectField } from '@/components/ui/form/select-field'
import { TextField } from '@/components/ui/form/text-field'
import { PAYMENT_TOKENS } from '@/temporal/contract/orders/payment-tokens'
import type { ShopMessages } from '../messages/shop-messages'
import { FormSection } from './form-section'
import type { CountryChoice, OrderFormState } from './order-form-state'

interface Props {
  state: OrderFormState
  messages: ShopMessages['order']
}

interface AddressField {
  name: 'name' | 'line1' | 'line2' | 'city' | 'postalCode' | 'region'
  input: Pick<ComponentProps<'input'>, 'autoComplete' | 'autoCapitalize' | 'spellCheck'>
  wide?: boolean
  optional?: boolean
}

const ADDRESS = 'shippingAddress.'
const COUNTRY = `${ADDRESS}country`

const CAPITALIZED = { autoCapitalize: 'words', spellCheck: false } as const
const ADDRESS_FIELDS: AddressField[] = [
  { name: 'name', input: { ...CAPITALIZED, autoComplete: 'shipping name' }, wide: true },
  { name: 'line1', input: { ...CAPITALIZED, autoComplete: 'shipping address-line1' }, wide: true },
  {
    name: 'line2',
    input: { ...CAPITALIZED, autoComplete: 'shipping address-line2' },
    wide: true,
    optional: true,
  },
  {
    name: 'postalCode',
    input: { autoComplete: 'shipping postal-code', autoCapitalize: 'characters', spellCheck: false },
  },
  { name: 'city', input: { ...CAPITALIZED, autoComplete: 'shipping address-level2' } },
  { name: 'region', input: { ...CAPITALIZED, autoComplete: 'shipping address-level1' }, optional: true },
]

/** The customer's e-mail address. */
export const ContactFields = ({ state, messages }: Props) => (
  <FormSection title={messages.contact}>
    <TextField
      form={state}
      id="email"
      name="email"
      label={messages.email}
      hint={messages.emailHint}
      type="email"
      inputMode="email"
      required
      autoComplete="email"
      autoCapitalize="none"
      spellCheck={false}
    />
  </FormSection>
)

interface AddressProps extends Props {
  countries: CountryChoice[]
  homeCountry: string | null
}

/** The shipping address. */
export const AddressFields = ({ state, messages, countries, homeCountry }: AddressProps) => (
  <FormSection title={messages.address}>
    <div className="grid gap-4 sm:grid-cols-2">
      {ADDRESS_FIELDS.map(({ name, input, wide, optional }) => (
        <TextField
          key={name}
          {...input}
          form={state}
          id={ADDRESS + name}
          name={ADDRESS + name}
          label={messages[name]}
          optional={optional && messages.optional}
          required={!optional}
          className={wide ? 'sm:col-span-2' : undefined}
        />
      ))}
      <SelectField
        form={state}
        id={COUNTRY}
        name={COUNTRY}
        label={messages.country}
        required
        autoComplete="shipping country"
        initial={homeCountry ?? ''}
        options={[
          { value: '', label: messages.chooseCountry },
          ...countries.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
    </div>
  </FormSection>
)

/** The simulated payment provider's cards. */
export const PaymentFields = ({ state, messages }: Props) => (
  <FormSection title={messages.payment}>
    <SelectField
      form={state}
      id="paymentToken"
      name="paymentToken"
      label={messages.card}
      hint={messages.paymentHint}
      initial={PAYMENT_TOKENS[0]}
      options={PAYMENT_TOKENS.map((token) => ({ value: token, label: messages.cards[token] }))}
    />
  </FormSection>
)
