'use client'

import { useRedraw } from '@/components/ui/use-redraw'

/**
 * Error page inside the frame of the console. Every page of the console loads it, so it has no other
 * components.
 */
const ConsoleError = ({ error, retry }: { error: unknown; retry: () => void }) =>
  useRedraw(error, retry) ? null : (
    <div className="mx-auto flex min-h-0 w-full max-w-3xl flex-1 flex-col items-start gap-5 overflow-y-auto px-4 py-6 lg:px-8">
      <h1 className="text-xl">This page cannot be shown right now</h1>
      <div role="alert" className="max-w-prose">
        <p className="font-medium text-bad">It could not be read</p>
        <p className="mt-1">
          Reading it again changes nothing. Where a part is down, a note on this page says which and what goes
          on meanwhile.
        </p>
      </div>
      <button
        type="button"
        className="h-control shrink-0 rounded-md border border-line-strong/60 bg-surface px-3 font-medium hover:bg-hover"
        onClick={retry}
      >
        Try again
      </button>
    </div>
  )

export default ConsoleError
