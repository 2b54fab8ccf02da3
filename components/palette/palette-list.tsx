import { Autocomplete } from '@base-ui/react/autocomplete'
import { Button } from '@/components/ui/button'
import type { PaletteGroup, PaletteItem } from './palette-items'
import { PaletteRow } from './palette-row'
import type { SearchResults } from './use-search-results'

interface Props {
  groups: readonly PaletteGroup[]
  words: readonly string[]
  results: SearchResults
  onChoose: (entry: PaletteItem, isNewTab: boolean) => void
}

const countLabel = (count: number): string => (count === 1 ? '1 result' : `${count} results`)

const statusLabel = ({ groups, words, results }: Omit<Props, 'onChoose'>): string => {
  if (results.isSearching) return 'Searching cases and people…'
  const count = groups.reduce((sum, { items }) => sum + items.length, 0)
  if (words.length === 0) return ''
  const from = results.isFromTemporal
    ? ' The database is away: cases are found by id and by whole words of their title.'
    : ''
  return (count > 0 ? countLabel(count) : 'Nothing is called that.') + from
}

const SearchProblem = ({ found: { problem, retry } }: { found: SearchResults }) =>
  problem && (
    <div role="alert" className="flex items-center gap-3 border-t border-line px-4 py-2 text-bad">
      <p className="min-w-0 flex-1">
        Not everything could be searched: {problem.title}. What is shown still works, and so does a whole id.
      </p>
      <Button size="sm" onClick={retry}>
        Try again
      </Button>
    </div>
  )

/** The grouped items with their count and the problem of the search. */
export const PaletteList = (props: Props) => {
  const { groups, words, results, onChoose } = props
  const shown = groups.filter(({ items }) => items.length > 0)
  return (
    <>
      <Autocomplete.List
        aria-label="Results"
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1.5 outline-hidden data-empty:p-0"
      >
        {shown.map((group) => (
          <Autocomplete.Group key={group.value} items={group.items} className="not-last:mb-2">
            <Autocomplete.GroupLabel className="px-2 pt-1.5 pb-1 text-xs font-medium text-muted">
              {group.value}
            </Autocomplete.GroupLabel>
            {group.items.map((entry) => (
              <PaletteRow key={entry.id} item={entry} words={words} onChoose={onChoose} />
            ))}
          </Autocomplete.Group>
        ))}
      </Autocomplete.List>
      <SearchProblem found={results} />
      <Autocomplete.Status className="border-t border-line px-4 py-2 text-xs text-muted empty:hidden">
        {statusLabel(props)}
      </Autocomplete.Status>
    </>
  )
}
