import { Skeleton } from '@/components/ui/skeleton'

/** Shape of a case while it is read. */
export const CaseSkeleton = () => (
  <div
    aria-busy
    className="min-h-0 flex-1 lg:grid lg:grid-cols-[minmax(0,1fr)_17rem] xl:grid-cols-[minmax(0,1fr)_20rem]"
  >
    <div className="flex flex-col gap-4 p-4 lg:px-6 lg:py-5">
      <p role="status" className="sr-only">
        Loading the case
      </p>
      <Skeleton className="h-6 w-56" />
      <Skeleton className="h-4 w-80 max-w-full" />
      <Skeleton className="h-28 w-full rounded-lg" />
      {['w-2/3', 'w-1/2', 'w-3/5', 'w-2/5'].map((width) => (
        <div key={width} className="flex items-center gap-3">
          <Skeleton className="size-5 rounded-full" />
          <Skeleton className={`h-4 ${width}`} />
        </div>
      ))}
    </div>
    <div className="flex flex-col gap-3 border-line p-4 lg:border-l lg:bg-surface">
      {['w-1/2', 'w-2/3', 'w-3/5', 'w-1/3', 'w-3/4', 'w-2/5'].map((width) => (
        <Skeleton key={width} className={`h-4 ${width}`} />
      ))}
    </div>
  </div>
)
