import type { ComponentProps } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { PAYMENT_TOKENS } from '@/temporal/contract/orders/order'
import { FormSection } from './form-section'
import type { CountryChoice, OrderFormState } from './order-form-state'
import type { ShopWords } from './words'

interface Props {
  state: OrderFormState
  words: ShopWords['order']
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
export const ContactFields = ({ state, words }: Props) => (
  <FormSection title={words.contact}>
    <Field id="email" label={words.email} hint={words.emailHint} error={state.errors.email}>
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

const CountryField = ({ state, words, countries, homeCountry }: AddressProps) => (
  <Field id={COUNTRY} label={words.country} error={state.errors[COUNTRY]}>
    <Select
      name={COUNTRY}
      required
      autoComplete="shipping country"
      defaultValue={state.values[COUNTRY] ?? homeCountry ?? ''}
    >
      <option value="">{words.chooseCountry}</option>
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
  const { state, words } = props
  return (
    <FormSection title={words.address}>
      <div className="grid gap-4 sm:grid-cols-2">
        {ADDRESS_FIELDS.map(({ name, input, wide, optional }) => (
          <Field
            key={name}
            id={ADDRESS + name}
            label={words[name]}
            error={state.errors[ADDRESS + name]}
            optional={optional && words.optional}
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
