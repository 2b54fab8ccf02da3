import { Skeleton } from '@/components/ui/skeleton'

const ENTRIES = ['w-2/5', 'w-1/2', 'w-1/3', 'w-3/5']
const FACTS = ['w-20', 'w-28', 'w-16', 'w-24', 'w-14', 'w-24', 'w-16']

/** Skeleton of a case. */
export const CaseSkeleton = () => (
  <div
    aria-busy
    className="min-h-0 flex-1 max-lg:overflow-hidden lg:grid lg:grid-cols-[minmax(0,1fr)_17rem] xl:grid-cols-[minmax(0,1fr)_20rem] min-[120rem]:grid-cols-[minmax(0,1fr)_26rem]"
  >
    <div className="p-4 lg:px-6 lg:py-5">
      <div className="mx-auto flex max-w-3xl flex-col gap-4">
        <p role="status" className="sr-only">
          Loading the case
        </p>
        <div className="flex items-center gap-3">
          <Skeleton className="h-6 w-40" />
          <Skeleton className="h-6 w-24" />
          <Skeleton className="h-5 w-20" />
        </div>
        <Skeleton className="-mt-1 h-4 w-80 max-w-full" />
        <div className="rounded-lg border border-line bg-surface">
          <div className="flex flex-col gap-3 p-4">
            <Skeleton className="h-4 w-36" />
            <div className="flex gap-2 max-lg:hidden">
              <Skeleton className="h-control w-28" />
              <Skeleton className="h-control w-28" />
            </div>
          </div>
          <div className="flex items-center gap-1.5 border-t border-line px-4 py-2">
            <Skeleton className="mr-auto h-4 w-40" />
            <Skeleton className="h-control-sm w-20" />
            <Skeleton className="h-control-sm w-20" />
          </div>
        </div>
        <div className="flex min-h-7 items-center">
          <Skeleton className="h-3 w-24" />
        </div>
        {ENTRIES.map((width) => (
          <div key={width} className="flex items-center gap-3">
            <Skeleton className="size-5 shrink-0 rounded-full" />
            <Skeleton className={`h-4 ${width}`} />
            <Skeleton className="ml-auto h-3 w-9 shrink-0" />
          </div>
        ))}
      </div>
    </div>
    <div className="flex flex-col gap-2.5 border-line p-4 max-lg:border-t lg:border-l lg:bg-surface">
      {FACTS.map((width, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shapes are neither moved nor removed
        <div key={i} className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3">
          <Skeleton className="h-4 w-16" />
          <Skeleton className={`h-4 ${width}`} />
        </div>
      ))}
    </div>
  </div>
)
