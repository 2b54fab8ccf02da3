/**
 * The arrows of the design: which part may import which. The first pattern that fits names a file's layer.
 * @type {readonly [name: string, pattern: RegExp][]}
 */
const LAYERS = [
  ['test', /\.test\.[a-z]+$|\/test-[^/]+$|\/record-histories\.ts$/],
  ['schemas', /^temporal\/contract\/schemas\//],
  ['contract', /^temporal\/contract\//],
  ['workflows', /^temporal\/workflows\//],
  ['activities', /^temporal\/activities\//],
  ['services', /^temporal\/services\//],
  ['client', /^temporal\/client\//],
  ['worker', /^temporal\/worker\//],
  ['projection', /^db\/projection\.ts$/],
  ['db', /^db\//],
  ['server', /^(?:app\/_server\/|proxy\.ts$|instrumentation\.ts$)/],
  ['app', /^app\//],
  ['components', /^components\//],
  ['e2e', /^e2e\//],
  ['ops', /^ops\//],
]

/**
 * What each layer may import besides itself. Tests may import anything.
 * @type {Record<string, readonly string[]>}
 */
const MAY_IMPORT = {
  contract: [],
  schemas: ['contract'],
  workflows: ['contract'],
  db: ['contract'],
  projection: ['contract', 'db'],
  services: ['contract', 'db'],
  activities: ['contract', 'db', 'projection', 'services'],
  client: ['contract'],
  worker: ['contract', 'client', 'services', 'activities', 'workflows', 'db'],
  server: ['contract', 'schemas', 'client', 'db'],
  app: ['contract', 'schemas', 'components', 'server'],
  components: ['contract'],
  e2e: ['contract'],
  ops: ['contract', 'schemas', 'client', 'db', 'server'],
}

/** Arrows that are allowed where nothing is left of them at run time. @type {Record<string, readonly string[]>} */
const MAY_IMPORT_TYPES = { workflows: ['activities'], client: ['workflows'], components: [], app: ['db'] }

/** The layer of a file, or null where no rule speaks of it. @param {string} path */
export const layerOf = (path) => LAYERS.find(([, pattern]) => pattern.test(path))?.[0] ?? null

/**
 * True when a file may import another.
 * @param {{ from: string, to: string, isType: boolean }} edge
 */
export const isAllowed = ({ from, to, isType }) => {
  const [source, target] = [layerOf(from), layerOf(to)]
  if (source === null || target === null || source === target || source === 'test') return true
  if (isType && MAY_IMPORT_TYPES[source]?.includes(target)) return true
  return MAY_IMPORT[source]?.includes(target) ?? false
}
