import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** Forms that cannot lose an answer: JavaScript handles them without the server, or they are links with fields. */
const WITHOUT_ANSWER = [
  'components/inbox/filters/list-controls.tsx',
  'components/inbox/filters/search-box.tsx',
  'components/people/people-filter.tsx',
  'components/ui/theme-toggle.tsx',
]
/** What keeps a form when its answer does not arrive. */
const KEEPERS = /\b(?:useForm|useServerAction|useOrderForm|FormHandle|whyUndelivered)\b/

const sources = ['components', 'app'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .map((file) => ({ path: `${root}/${file}`, text: readFileSync(`${root}/${file}`, 'utf8') })),
)
const paths = (isMatch: (text: string) => boolean) =>
  sources.filter(({ text }) => isMatch(text)).map(({ path }) => path)

it('every action with a state goes through useServerAction', () => {
  expect(paths((text) => /\buseActionState\(/.test(text))).toEqual([
    'components/ui/form/use-server-action.ts',
  ])
})

it('every form with an action keeps what was typed when its answer is lost', () => {
  const forms = paths((text) => /<form\b[^>]*\baction=\{/.test(text))
  expect(forms.length).toBeGreaterThan(5)
  const unguarded = forms.filter(
    (path) => !WITHOUT_ANSWER.includes(path) && !KEEPERS.test(readFileSync(path, 'utf8')),
  )
  expect(unguarded).toEqual([])
})
