import { Fragment } from 'react'
import { cx } from '@/components/ui/cx'
import { Money } from '@/components/ui/money'
import { UserText } from '@/components/ui/user-text'
import { PayloadTime } from './payload-time'
import { type PayloadFact, type PayloadValue, toPayloadFacts } from './payload-value'

/** What is longer is folded. */
const MAX_CHARS = 400
const MAX_ROWS = 10
const MAX_FACTS = 12

const Folded = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <details>
    <summary className="min-h-6 w-fit cursor-pointer text-muted hover:text-ink">{label}</summary>
    {children}
  </details>
)

const LongText = ({ text }: { text: string }) =>
  text.length <= MAX_CHARS ? (
    <span className="break-words whitespace-pre-line">
      <UserText>{text}</UserText>
    </span>
  ) : (
    <Folded label={`${text.slice(0, MAX_CHARS / 4)}…`}>
      <span className="break-words whitespace-pre-line">
        <UserText>{text}</UserText>
      </span>
    </Folded>
  )

type Table = Extract<PayloadValue, { kind: 'table' }>

const TableRows = ({ columns, rows }: Pick<Table, 'columns' | 'rows'>) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
  <section aria-label={columns.join(', ')} tabIndex={0} className="overflow-x-auto">
    <table className="w-full">
      <thead className="text-left text-muted">
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className="pr-4 pb-1 font-normal whitespace-nowrap">
              <UserText>{column}</UserText>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a payload never move
          <tr key={row} className="border-t border-line align-top">
            {cells.map((value, at) => (
              <td key={columns[at]} className="py-1 pr-4">
                <Value value={value} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

const TableView = ({ columns, rows }: Table) =>
  rows.length <= MAX_ROWS ? (
    <TableRows columns={columns} rows={rows} />
  ) : (
    <Folded label={`${rows.length} rows`}>
      <TableRows columns={columns} rows={rows} />
    </Folded>
  )

const Value = ({ value }: { value: PayloadValue }): React.ReactNode => {
  switch (value.kind) {
    case 'none':
      return <span className="text-faint">–</span>
    case 'text':
      return <LongText text={value.text} />
    case 'money':
      return <Money cents={value.cents} currency={value.currency} />
    case 'time':
      return <PayloadTime at={value.at} />
    case 'link':
      return (
        <a href={value.href} target="_blank" rel="noreferrer nofollow" className="link break-all">
          {value.href}
        </a>
      )
    case 'list':
      return (
        <ul className="list-disc pl-4">
          {value.items.map((item, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items of a payload never move
            <li key={at}>
              <Value value={item} />
            </li>
          ))}
        </ul>
      )
    case 'table':
      return <TableView {...value} />
    case 'facts':
      return <FactList facts={value.facts} />
  }
}

/** Values that need the whole width stand below their name. */
const isWide = ({ kind }: PayloadValue): boolean => kind === 'facts' || kind === 'table'

const FactList = ({ facts }: { facts: readonly PayloadFact[] }) => (
  <dl className="grid grid-cols-[minmax(0,8rem)_minmax(0,1fr)] gap-x-3 gap-y-1.5">
    {facts.map(({ name, value }) => (
      <Fragment key={name}>
        <dt className={cx('text-muted', isWide(value) && 'col-span-2')}>
          <UserText>{name}</UserText>
        </dt>
        <dd className={cx('min-w-0', isWide(value) && 'col-span-2 border-l border-line pl-3')}>
          <Value value={value} />
        </dd>
      </Fragment>
    ))}
  </dl>
)

interface Props {
  payload: Readonly<Record<string, unknown>>
  /** Of the case. */
  currency: string | null
}

/** What somebody sent with the question, as labelled facts; nothing for an empty payload. */
export const PayloadFacts = ({ payload, currency }: Props) => {
  const facts = toPayloadFacts(payload, currency)
  const [shown, folded] = [facts.slice(0, MAX_FACTS), facts.slice(MAX_FACTS)]
  if (facts.length === 0) return null
  return (
    <section aria-label="What is asked about" className="rounded-lg border border-line p-4">
      <FactList facts={shown} />
      {folded.length > 0 && (
        <Folded label={`${folded.length} more`}>
          <FactList facts={folded} />
        </Folded>
      )}
    </section>
  )
}
