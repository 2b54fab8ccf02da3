import type { ReactNode } from 'react'
import { cx } from '@/components/ui/cx'

/** The parts of a JSON schema that the page shows. */
export interface Schema {
  $ref?: string
  type?: string | readonly string[]
  format?: string
  description?: string
  const?: unknown
  enum?: readonly unknown[]
  anyOf?: readonly Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: readonly string[]
  additionalProperties?: boolean | Schema
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  default?: unknown
}

/** Text with code in backticks. */
export const TextWithCode = ({ text }: { text: string }): ReactNode =>
  text.split('`').map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no other name
      <code key={at} className="font-mono text-[0.9em]">
        {part}
      </code>
    ),
  )

/** The anchor of a named schema. */
export const toAnchor = (name: string): string => `schema-${name}`
const toSchemaName = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1)

const SchemaLink = ({ of }: { of: string }) => (
  <a href={`#${toAnchor(of)}`} className="text-accent-text underline underline-offset-2">
    {of}
  </a>
)

const Value = ({ of }: { of: unknown }) => <code className="font-mono text-xs">{JSON.stringify(of)}</code>

const literal = (value: unknown): ReactNode => <Value of={value} />

/** Elements separated by a word. */
const Separated = ({ word, children }: { word: string; children: readonly ReactNode[] }): ReactNode =>
  children.map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the alternatives of a type have no other name
    <span key={at}>
      {at > 0 && word}
      {part}
    </span>
  ))

/** A type in a few words; the members of objects are listed below it. */
export const TypeLabel = ({ schema }: { schema: Schema }): ReactNode => {
  if (schema.$ref) return <SchemaLink of={toSchemaName(schema.$ref)} />
  if (schema.anyOf) return <Separated word=" or ">{schema.anyOf.map(renderType)}</Separated>
  if (schema.const !== undefined) return <Value of={schema.const} />
  if (schema.enum) return <Separated word=" | ">{schema.enum.map(literal)}</Separated>
  if (schema.items) return <>list of {<TypeLabel schema={schema.items} />}</>
  return [schema.type ?? 'anything'].flat().join(' or ') + (schema.format ? ` (${schema.format})` : '')
}

function renderType(schema: Schema): ReactNode {
  return <TypeLabel schema={schema} />
}

const describeLimits = ({
  minimum,
  maximum,
  minLength,
  maxLength,
  pattern,
  default: value,
}: Schema): string =>
  [
    minimum !== undefined && `at least ${minimum}`,
    maximum !== undefined && `at most ${maximum}`,
    (minLength ?? 0) > 1 && `at least ${minLength} characters`,
    maxLength !== undefined && `at most ${maxLength} characters`,
    pattern !== undefined && pattern,
    value !== undefined && `${JSON.stringify(value)} unless given`,
  ]
    .filter(Boolean)
    .join(', ')

/** The object schemas inside a type, whose members are listed separately. */
const objectsIn = (schema: Schema): Schema[] => {
  if (schema.anyOf) return schema.anyOf.flatMap(objectsIn)
  if (schema.items) return objectsIn(schema.items)
  return schema.properties ? [schema] : []
}

interface MemberProps {
  name: string
  schema: Schema
  isRequired: boolean
}

export const Member = ({ name, schema, isRequired }: MemberProps) => {
  const limits = describeLimits(schema)
  return (
    <li className="py-1">
      <code className="font-mono font-medium">{name}</code>
      {!isRequired && <span className="text-muted">?</span>}{' '}
      <span className="text-muted">
        <TypeLabel schema={schema} />
        {limits && <span>, {limits}</span>}
      </span>
      {schema.description && (
        <span>
          {' · '}
          <TextWithCode text={schema.description} />
        </span>
      )}
      <Members schema={schema} isNested />
    </li>
  )
}

/** The members of an object, or of each object of a union. */
export const Members = ({ schema, isNested = false }: { schema: Schema; isNested?: boolean }) =>
  objectsIn(schema).map((object, at) => (
    <ul
      // biome-ignore lint/suspicious/noArrayIndexKey: the alternatives of a type have no other name
      key={at}
      className={cx(
        'min-w-0 break-words',
        isNested ? 'mt-1 mb-1 border-l border-line pl-3' : 'divide-y divide-line/60',
      )}
    >
      {Object.entries(object.properties ?? {}).map(([name, member]) => (
        <Member
          key={name}
          name={name}
          schema={member}
          isRequired={object.required?.includes(name) ?? false}
        />
      ))}
    </ul>
  ))
