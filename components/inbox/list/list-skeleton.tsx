import { Skeleton } from '@/components/ui/skeleton'

const ROWS = Array.from({ length: 12 }, (_, row) => row)

const TwoLines = () => (
  <div className="flex min-w-0 flex-1 flex-col justify-center gap-1.5 @4xl/list:hidden">
    <span className="flex justify-between gap-8">
      <Skeleton className="h-3 w-1/2" />
      <Skeleton className="h-3 w-14" />
    </span>
    <span className="flex justify-between gap-8 in-data-[density=compact]:hidden">
      <Skeleton className="h-2.5 w-2/5" />
      <Skeleton className="h-2.5 w-20" />
    </span>
  </div>
)

const Columns = () => (
  <div className="hidden min-w-0 flex-1 items-center gap-4 @4xl/list:flex">
    <Skeleton className="h-3 min-w-0 flex-1" />
    <Skeleton className="h-3 w-20" />
    <Skeleton className="h-3 w-28" />
    <Skeleton className="h-3 w-28" />
    <Skeleton className="h-3 w-16" />
    <Skeleton className="h-3 w-24" />
    <Skeleton className="h-3 w-28" />
    <Skeleton className="h-3 w-16" />
  </div>
)

/** Skeleton of the rows: two lines, or columns where the list is wide enough. */
export const RowsSkeleton = () => (
  <div aria-busy className="mx-auto max-w-[110rem] @4xl/list:pt-8">
    <p role="status" className="sr-only">
      Loading the list
    </p>
    {ROWS.map((row) => (
      <div key={row} className="flex h-row items-center border-b border-line/60 pr-3 pl-9 @4xl/list:pl-12">
        <TwoLines />
        <Columns />
      </div>
    ))}
  </div>
)
