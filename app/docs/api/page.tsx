import type { Metadata } from 'next'
import { TAGS, type Tag } from '@/app/_server/api/call'
import { CALLS } from '@/app/_server/api/calls'
import { apiDocument } from '@/app/_server/api/document'
import { env } from '@/app/_server/env'
import { type Operation, OperationView } from './operation'
import { anchorOf, Members, type Schema, TypeWords } from './schema'

export const metadata: Metadata = {
  title: 'API',
  description: 'Every call of the API: what it takes, what it answers, and an example to copy.',
}

const TAG_NAMES = Object.keys(TAGS) as Tag[]
const callsOf = (tag: Tag) => CALLS.filter((call) => call.tag === tag)

const Contents = () => (
  <nav
    aria-label="Contents"
    className="lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:w-56 lg:shrink-0 lg:overflow-y-auto"
  >
    {TAG_NAMES.filter((tag) => callsOf(tag).length > 0).map((tag) => (
      <div key={tag} className="mb-3">
        <a href={`#tag-${tag}`} className="flex min-h-6 items-center font-semibold hover:underline">
          {tag}
        </a>
        <ul>
          {callsOf(tag).map(({ id, summary }) => (
            <li key={id}>
              <a
                href={`#${id}`}
                className="flex min-h-6 items-center text-muted hover:text-ink hover:underline pointer-coarse:min-h-11"
              >
                {summary}
              </a>
            </li>
          ))}
        </ul>
      </div>
    ))}
    <a href="#schemas" className="flex min-h-6 items-center font-semibold hover:underline">
      Schemas
    </a>
  </nav>
)

const Named = ({ name, schema }: { name: string; schema: Schema }) => (
  <article id={anchorOf(name)} className="scroll-mt-4 border-t border-line py-4">
    <h3 className="mb-1 text-base">{name}</h3>
    {schema.properties ? (
      <Members schema={schema} />
    ) : (
      <p className="text-muted">{schema.description ?? <TypeWords schema={schema} />}</p>
    )}
  </article>
)

const Intro = ({ origin, about }: { origin: string; about: string }) => (
  <header className="mb-8">
    <h1 className="text-2xl">The API</h1>
    <p className="mt-3 max-w-prose">{about.replaceAll('`', '')}</p>
    <p className="mt-3 max-w-prose">
      Send <code className="font-mono text-xs">Authorization: Bearer $TOKEN</code>. Browsers may use their
      session instead, from our own origin. Calls that start something need an{' '}
      <code className="font-mono text-xs">Idempotency-Key</code>: the same key and body are the same thing,
      however often they are sent. Where a try may succeed later,{' '}
      <code className="font-mono text-xs">Retry-After</code> says when.
    </p>
    <p className="mt-3">
      For programs:{' '}
      <a href="/api/v1/openapi.json" className="text-accent-text underline underline-offset-2">
        {origin}/api/v1/openapi.json
      </a>{' '}
      (OpenAPI 3.1), from which this page is made.
    </p>
  </header>
)

/** The API for people, made from the document that programs read. */
const ApiPage = () => {
  const { appUrl } = env()
  const document = apiDocument(appUrl)
  const schemas = Object.entries((document.components?.schemas ?? {}) as Record<string, Schema>)
  return (
    <div className="mx-auto max-w-6xl gap-12 px-4 py-8 lg:flex lg:items-start lg:py-12">
      <Contents />
      <main className="min-w-0 flex-1 max-lg:mt-8">
        <Intro origin={appUrl} about={document.info.description ?? ''} />
        {TAG_NAMES.map((tag) => (
          <section key={tag} aria-labelledby={`tag-${tag}`} className="mb-10">
            <h2 id={`tag-${tag}`} className="scroll-mt-4 text-xl">
              {tag}
            </h2>
            <p className="mt-1 mb-4 max-w-prose text-muted">{TAGS[tag]}</p>
            {callsOf(tag).map((call) => (
              <OperationView
                key={call.id}
                call={call}
                operation={document.paths?.[call.path]?.[call.method] as Operation}
                origin={appUrl}
              />
            ))}
          </section>
        ))}
        <section aria-labelledby="schemas">
          <h2 id="schemas" className="mb-4 scroll-mt-4 text-xl">
            Schemas
          </h2>
          {schemas.map(([name, schema]) => (
            <Named key={name} name={name} schema={schema} />
          ))}
        </section>
      </main>
    </div>
  )
}

export default ApiPage
