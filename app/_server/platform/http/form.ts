/** Converts forms to plain objects, so that one schema parses a form and a JSON body. */

type Tree = { [name: string]: unknown }

const MAX_PARTS = 8
const INDEX = /^\d{1,3}$/

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null

/** Sets `value` at a dotted path. A repeated name becomes a list. */
const put = (tree: Tree, parts: string[], value: string): void => {
  const [name = '', ...rest] = parts
  const existing = Object.hasOwn(tree, name) ? tree[name] : undefined
  if (rest.length === 0) {
    tree[name] =
      existing === undefined ? value : [...(Array.isArray(existing) ? existing : [existing]), value]
    return
  }
  const branch = isTree(existing) ? existing : (Object.create(null) as Tree)
  tree[name] = branch
  put(branch, rest, value)
}

/** Converts branches whose names are all numbers to lists, in the order of the numbers, without gaps. */
const toLists = (value: unknown): unknown => {
  if (!isTree(value) || Array.isArray(value)) return value
  const entries = Object.entries(value).map(([name, child]): [string, unknown] => [name, toLists(child)])
  if (entries.length > 0 && entries.every(([name]) => INDEX.test(name))) {
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, child]) => child)
  }
  return Object.fromEntries(entries)
}

/**
 * The fields of a form as an object: `shippingAddress.city` and `items.0.sku` nest, empty fields are left out, files
 * and the fields of Next.js are ignored.
 */
export const formToObject = (form: FormData): Record<string, unknown> => {
  const tree = Object.create(null) as Tree
  for (const [name, value] of form.entries()) {
    if (typeof value !== 'string' || value === '' || name.startsWith('$ACTION')) continue
    const parts = name.split('.')
    if (parts.length <= MAX_PARTS) put(tree, parts, value)
  }
  return Object.fromEntries(Object.entries(tree).map(([name, child]) => [name, toLists(child)]))
}
