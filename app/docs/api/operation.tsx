import type { ReactNode } from 'react'
import { getEndpointErrors } from '@/app/_server/api/endpoint-errors'
import { CopyButton } from '@/components/ui/copy-button'
import { ERRORS } from '@/temporal/contract/errors'
import type { Endpoint } from '@/temporal/contract/schemas/endpoints/endpoint'
import { toCurl } from './curl'
import { Member, Members, type Schema, TextWithCode, TypeLabel } from './schema'

/** The parts of an OpenAPI operation that the page shows. */
export interface Operation {
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>
}

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <>
    <h4 className="mt-4 mb-1 text-xs font-semibold text-muted">{title}</h4>
    {children}
  </>
)

const schemaIn = (content: Record<string, { schema: Schema }> | undefined): [string, Schema] | null => {
  const [entry] = Object.entries(content ?? {})
  return entry ? [entry[0], entry[1].schema] : null
}

const Parameters = ({ operation: { parameters = [] } }: { operation: Operation }) =>
  parameters.length > 0 && (
    <Section title="Parameters">
      <ul className="divide-y divide-line/60 break-words">
        {parameters.map(({ name, in: place, required = false, description, schema }) => (
          <Member
            key={name}
            name={name}
            isRequired={required}
            schema={{ ...schema, description: [`in the ${place}`, description].filter(Boolean).join('. ') }}
          />
        ))}
      </ul>
    </Section>
  )

const Body = ({ operation }: { operation: Operation }) => {
  const found = schemaIn(operation.requestBody?.content)
  return (
    found && (
      <Section title="Body, JSON">
        <Members schema={found[1]} />
      </Section>
    )
  )
}

const Responses = ({ operation }: { operation: Operation }) => (
  <Section title="Answers">
    {Object.entries(operation.responses)
      .filter(([status]) => status.startsWith('2'))
      .map(([status, { description, content }]) => {
        const found = schemaIn(content)
        return (
          <div key={status} className="py-1">
            <p>
              <strong className="font-semibold tabular-nums">{status}</strong> {description}
              {found && (
                <>
                  : <TypeLabel schema={found[1]} /> <span className="text-muted">({found[0]})</span>
                </>
              )}
            </p>
            {found && <Members schema={found[1]} isNested />}
          </div>
        )
      })}
  </Section>
)

const Errors = ({ endpoint }: { endpoint: Endpoint }) => (
  <Section title="Refusals">
    <dl className="grid gap-x-3 gap-y-1 sm:grid-cols-[auto_minmax(0,1fr)]">
      {[...getEndpointErrors(endpoint)].flatMap(([status, codes]) =>
        codes.map((code) => (
          <div key={code} className="contents">
            <dt className="font-mono text-xs sm:pt-0.5">
              {status} {code}
            </dt>
            <dd className="text-muted max-sm:mb-1">{ERRORS[code].title}</dd>
          </div>
        )),
      )}
    </dl>
  </Section>
)

/** One endpoint: its input, its responses, and a shell command that calls it. */
export const OperationView = ({
  endpoint,
  operation,
  origin,
}: {
  endpoint: Endpoint
  operation: Operation
  origin: string
}) => {
  const curl = toCurl(endpoint, origin)
  return (
    <article id={endpoint.id} className="scroll-mt-4 border-t border-line py-6">
      <h3 className="flex flex-wrap items-baseline gap-x-2.5 text-base">
        <a href={`#${endpoint.id}`} className="hover:underline">
          {endpoint.summary}
        </a>
        <code className="min-w-0 font-mono text-sm font-normal break-all text-muted">
          {endpoint.method.toUpperCase()} {endpoint.path}
        </code>
      </h3>
      {endpoint.details && (
        <p className="mt-1 max-w-prose">
          <TextWithCode text={endpoint.details} />
        </p>
      )}
      <p className="mt-1 text-muted">Who may: {endpoint.who}.</p>
      <div className="mt-3 flex items-start gap-2 rounded-md border border-line bg-surface p-3">
        <pre className="min-w-0 flex-1 font-mono text-xs break-words whitespace-pre-wrap">{curl}</pre>
        <CopyButton text={curl} label={`Copy the example of: ${endpoint.summary}`} />
      </div>
      <Parameters operation={operation} />
      <Body operation={operation} />
      <Responses operation={operation} />
      <Errors endpoint={endpoint} />
    </article>
  )
}
