/** Forms to plain objects, so that one schema reads a form and a JSON body. */

type Tree = { [name: string]: unknown }

const MAX_PARTS = 8
const INDEX = /^\d{1,3}$/

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null

/** Puts `value` at a dotted path; a name that stands twice becomes a list. */
const put = (tree: Tree, parts: string[], value: string): void => {
  const [name = '', ...rest] = parts
  const there = Object.hasOwn(tree, name) ? tree[name] : undefined
  if (rest.length === 0) {
    tree[name] = there === undefined ? value : [...(Array.isArray(there) ? there : [there]), value]
    return
  }
  const branch = isTree(there) ? there : (Object.create(null) as Tree)
  tree[name] = branch
  put(branch, rest, value)
}

/** Branches whose names are all numbers become lists, in the order of the numbers, without gaps. */
const listed = (value: unknown): unknown => {
  if (!isTree(value) || Array.isArray(value)) return value
  const entries = Object.entries(value).map(([name, child]): [string, unknown] => [name, listed(child)])
  if (entries.length > 0 && entries.every(([name]) => INDEX.test(name))) {
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, child]) => child)
  }
  return Object.fromEntries(entries)
}

/**
 * The fields of a form as an object: `shippingAddress.city` and `items.0.sku` nest, empty fields are left out, files
 * and Next's own fields are ignored.
 */
export const formToObject = (form: FormData): Record<string, unknown> => {
  const tree = Object.create(null) as Tree
  for (const [name, value] of form.entries()) {
    if (typeof value !== 'string' || value === '' || name.startsWith('$ACTION')) continue
    const parts = name.split('.')
    if (parts.length <= MAX_PARTS) put(tree, parts, value)
  }
  return Object.fromEntries(Object.entries(tree).map(([name, child]) => [name, listed(child)]))
}
