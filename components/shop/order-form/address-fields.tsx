import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { SelectField } from '@/components/ui/form/select-field'
import { TextField } from '@/components/ui/form/text-field'
import type { ShopMessages } from '../messages/shop-messages'
import { AddressPartField } from './address-part-field'
import { addressField, CONFIRMED_CODE, COUNTRY, COUNTRY_NAME } from './address-state'
import { FormSection } from './form-section'
import type { CountryChoice, OrderFormState } from './order-form-state'
import { useAddressFormat } from './use-address-format'

interface Props {
  state: OrderFormState
  messages: ShopMessages['order']
  countries: CountryChoice[]
  homeCountry: string | null
}

interface CountryProps extends Props {
  select: React.RefObject<HTMLSelectElement | null>
  onChoose: (country: string) => void
}

/** The list of countries, and a field for browsers that fill in a country by its name. */
const CountryField = ({ state, messages, countries, homeCountry, select, onChoose }: CountryProps) => (
  <div className="flex flex-col gap-2 sm:col-span-2">
    <SelectField
      ref={select}
      form={state}
      id={COUNTRY}
      name={COUNTRY}
      label={messages.country}
      required
      autoComplete="shipping country"
      initial={homeCountry ?? ''}
      onChange={({ target }) => onChoose(target.value)}
      options={[
        { value: '', label: messages.chooseCountry },
        ...countries.map(({ code, name }) => ({ value: code, label: name })),
      ]}
    />
    <input
      name={COUNTRY_NAME}
      autoComplete="shipping country-name"
      aria-hidden
      tabIndex={-1}
      className="sr-only"
      onChange={({ target }) => onChoose(target.value)}
    />
    <noscript>
      <Button type="submit" name="intent" value="country">
        {messages.parts.showFields}
      </Button>
    </noscript>
  </div>
)

/** The shipping address: its parts follow the country. */
export const AddressFields = (props: Props) => {
  const { state, messages } = props
  const select = useRef<HTMLSelectElement>(null)
  const { format, typed, choose } = useAddressFormat(state.address.format, select)
  const { doubt } = state.address
  return (
    <FormSection title={messages.address}>
      <div className="grid gap-4 sm:grid-cols-2">
        <CountryField {...props} select={select} onChoose={choose} />
        <TextField
          form={state}
          id={addressField('name')}
          name={addressField('name')}
          label={messages.name}
          required
          autoComplete="shipping name"
          autoCapitalize="words"
          spellCheck={false}
          className="sm:col-span-2"
        />
        {format.parts.map((part) => (
          <AddressPartField
            key={part.part === 'region' ? `region of ${format.country}` : part.part}
            part={part}
            format={format}
            state={state}
            typed={typed}
            messages={messages}
          />
        ))}
        {doubt && (
          <Checkbox
            name={CONFIRMED_CODE}
            value={doubt.value}
            defaultChecked={doubt.isConfirmed}
            label={messages.parts.confirm}
            className="sm:col-span-2"
          />
        )}
      </div>
    </FormSection>
  )
}
