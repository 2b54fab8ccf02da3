import type { Metadata } from 'next'
import Link from 'next/link'
import { getOpenApiDocument } from '@/app/_server/api/openapi-document'
import { env } from '@/app/_server/platform/env'
import * as paths from '@/temporal/contract/paths'
import { TAGS, type Tag } from '@/temporal/contract/schemas/endpoints/endpoint'
import { ENDPOINTS } from '@/temporal/contract/schemas/endpoints/endpoints'
import { type Operation, OperationView } from './operation'
import { Members, type Schema, TextWithCode, TypeLabel, toAnchor } from './schema'

export const metadata: Metadata = {
  title: 'API',
  description: 'Every call of the API: what it takes, what it answers, and an example to copy.',
}

const TAG_NAMES = Object.keys(TAGS) as Tag[]
const endpointsWithTag = (tag: Tag) => ENDPOINTS.filter((endpoint) => endpoint.tag === tag)

const Contents = () => (
  <nav
    aria-label="Contents"
    className="lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:w-56 lg:shrink-0 lg:overflow-y-auto"
  >
    {TAG_NAMES.filter((tag) => endpointsWithTag(tag).length > 0).map((tag) => (
      <div key={tag} className="mb-3">
        <a href={`#tag-${tag}`} className="flex min-h-6 items-center font-semibold hover:underline">
          {tag}
        </a>
        <ul>
          {endpointsWithTag(tag).map(({ id, summary }) => (
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
  <article id={toAnchor(name)} className="scroll-mt-4 border-t border-line py-4">
    <h3 className="mb-1 text-base">{name}</h3>
    {schema.properties ? (
      <Members schema={schema} />
    ) : (
      <p className="text-muted">{schema.description ?? <TypeLabel schema={schema} />}</p>
    )}
  </article>
)

const LINK = 'text-accent-text underline underline-offset-2'

const Intro = ({ origin, about }: { origin: string; about: string }) => (
  <header className="mb-8 max-w-prose space-y-3 text-base">
    <p>
      <Link
        href={paths.home()}
        className="inline-flex min-h-6 items-center text-muted hover:text-ink hover:underline"
      >
        Action Center
      </Link>
    </p>
    <h1 className="text-2xl">The API</h1>
    <p>
      <TextWithCode text={about} />
    </p>
    <p>
      <TextWithCode text="Send `Authorization: Bearer $TOKEN`. Browsers may use their session instead, from our own origin. Calls that start something need an `Idempotency-Key`: the same key and body are the same thing, however often they are sent. Where a try may succeed later, `Retry-After` says when. A `?` marks what may be left out." />
    </p>
    <p>
      For programs:{' '}
      <a href={paths.openApi()} className={LINK}>
        {origin}
        {paths.openApi()}
      </a>{' '}
      (OpenAPI 3.1), from which this page is made.
    </p>
  </header>
)

/** The API reference for people, made from the OpenAPI document. */
const ApiPage = () => {
  const { appUrl } = env()
  const document = getOpenApiDocument(appUrl)
  const schemas = Object.entries((document.components?.schemas ?? {}) as Record<string, Schema>)
  return (
    <main className="mx-auto max-w-6xl px-4 py-8">
      <Intro origin={appUrl} about={document.info.description ?? ''} />
      <div className="gap-12 lg:flex lg:items-start">
        <Contents />
        <div className="min-w-0 flex-1 max-lg:mt-10">
          {TAG_NAMES.map((tag) => (
            <section key={tag} aria-labelledby={`tag-${tag}`} className="mb-10">
              <h2 id={`tag-${tag}`} className="scroll-mt-4 text-xl">
                {tag}
              </h2>
              <p className="mt-1 mb-4 max-w-prose text-muted">{TAGS[tag]}</p>
              {endpointsWithTag(tag).map((endpoint) => (
                <OperationView
                  key={endpoint.id}
                  endpoint={endpoint}
                  operation={document.paths?.[endpoint.path]?.[endpoint.method] as Operation}
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
        </div>
      </div>
    </main>
  )
}

export default ApiPage
