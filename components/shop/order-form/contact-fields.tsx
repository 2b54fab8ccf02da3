import type { ComponentProps } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { PAYMENT_TOKENS } from '@/temporal/contract/orders/order'
import type { ShopMessages } from '../messages/shop-messages'
import { FormSection } from './form-section'
import type { CountryChoice, OrderFormState } from './order-form-state'

interface Props {
  state: OrderFormState
  messages: ShopMessages['order']
}

interface TextField {
  name: 'name' | 'line1' | 'line2' | 'city' | 'postalCode' | 'region'
  input: ComponentProps<'input'>
  wide?: boolean
  optional?: boolean
}

const ADDRESS = 'shippingAddress.'
const COUNTRY = `${ADDRESS}country`

const WORDS = { autoCapitalize: 'words', spellCheck: false } as const
const ADDRESS_FIELDS: TextField[] = [
  { name: 'name', input: { ...WORDS, autoComplete: 'shipping name' }, wide: true },
  { name: 'line1', input: { ...WORDS, autoComplete: 'shipping address-line1' }, wide: true },
  { name: 'line2', input: { ...WORDS, autoComplete: 'shipping address-line2' }, wide: true, optional: true },
  {
    name: 'postalCode',
    input: { autoComplete: 'shipping postal-code', autoCapitalize: 'characters', spellCheck: false },
  },
  { name: 'city', input: { ...WORDS, autoComplete: 'shipping address-level2' } },
  { name: 'region', input: { ...WORDS, autoComplete: 'shipping address-level1' }, optional: true },
]

/** Where the customer is reached. */
export const ContactFields = ({ state, messages }: Props) => (
  <FormSection title={messages.contact}>
    <Field id="email" label={messages.email} hint={messages.emailHint} error={state.errors.email}>
      <Input
        name="email"
        type="email"
        inputMode="email"
        required
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={state.values.email}
      />
    </Field>
  </FormSection>
)

interface AddressProps extends Props {
  countries: CountryChoice[]
  homeCountry: string | null
}

const CountryField = ({ state, messages, countries, homeCountry }: AddressProps) => (
  <Field id={COUNTRY} label={messages.country} error={state.errors[COUNTRY]}>
    <Select
      name={COUNTRY}
      required
      autoComplete="shipping country"
      defaultValue={state.values[COUNTRY] ?? homeCountry ?? ''}
    >
      <option value="">{messages.chooseCountry}</option>
      {countries.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </Select>
  </Field>
)

/** Where the order goes. */
export const AddressFields = (props: AddressProps) => {
  const { state, messages } = props
  return (
    <FormSection title={messages.address}>
      <div className="grid gap-4 sm:grid-cols-2">
        {ADDRESS_FIELDS.map(({ name, input, wide, optional }) => (
          <Field
            key={name}
            id={ADDRESS + name}
            label={messages[name]}
            error={state.errors[ADDRESS + name]}
            optional={optional && messages.optional}
            className={wide ? 'sm:col-span-2' : undefined}
          >
            <Input
              {...input}
              name={ADDRESS + name}
              required={!optional}
              defaultValue={state.values[ADDRESS + name]}
            />
          </Field>
        ))}
        <CountryField {...props} />
      </div>
    </FormSection>
  )
}

/** How it is paid: the simulated provider's cards, in words. */
export const PaymentFields = ({ state, messages }: Props) => (
  <FormSection title={messages.payment}>
    <Field
      id="paymentToken"
      label={messages.card}
      hint={messages.paymentHint}
      error={state.errors.paymentToken}
    >
      <Select name="paymentToken" defaultValue={state.values.paymentToken ?? PAYMENT_TOKENS[0]}>
        {PAYMENT_TOKENS.map((token) => (
          <option key={token} value={token}>
            {messages.cards[token]}
          </option>
        ))}
      </Select>
    </Field>
  </FormSection>
)
