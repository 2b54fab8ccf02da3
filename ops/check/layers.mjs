/**
 * The layer of a file: the first pattern that matches its path. A folder of `app/_server` or `components` that is
 * missing here falls into `server` or `components`, which may import nothing, so that it cannot be forgotten.
 * @type {readonly [name: string, pattern: RegExp][]}
 */
const LAYERS = [
  ['testing', /\/testing\//],
  ['e2e', /^e2e\//],
  ['test', /\.test\.[a-z]+$/],
  ['schemas', /^temporal\/contract\/schemas\//],
  // Data of 252 countries, apart so that neither pages nor workflows load it.
  ['addresses', /^temporal\/contract\/addresses\//],
  ['contract', /^temporal\/contract\//],
  ['workflows', /^temporal\/workflows\//],
  ['activities', /^temporal\/activities\//],
  ['services', /^temporal\/services\//],
  ['client', /^temporal\/client\//],
  ['worker', /^temporal\/worker\//],
  ['projection', /^db\/projection\//],
  ['db', /^db\//],
  ['platform', /^app\/_server\/platform\//],
  ['auth', /^app\/_server\/auth\//],
  ['live', /^app\/_server\/live\//],
  ['orders', /^app\/_server\/orders\//],
  ['cases', /^app\/_server\/cases\//],
  ['people', /^app\/_server\/people\//],
  ['reports', /^app\/_server\/reports\//],
  ['health', /^app\/_server\/health\//],
  ['api', /^app\/_server\/api\//],
  ['server', /^app\/_server\/[^/]+\//],
  ['app', /^(?:app\/|proxy\.ts$|instrumentation\.ts$)/],
  ['browser', /^components\/browser\//],
  ['session', /^components\/session\//],
  ['ui', /^components\/ui\//],
  ['keyboard', /^components\/keyboard\//],
  ['api client', /^components\/api\//],
  ['event stream', /^components\/live\/(?:event-stream|stream-lock)\.ts$/],
  ['live view', /^components\/live\//],
  ['case view', /^components\/case\//],
  ['people view', /^components\/people\//],
  ['account view', /^components\/account\//],
  ['reports view', /^components\/reports\//],
  ['shop view', /^components\/shop\//],
  ['inbox', /^components\/inbox\//],
  ['palette', /^components\/palette\//],
  ['shell', /^components\/shell\//],
  ['components', /^components\//],
  ['bench', /^ops\/bench\//],
  ['ops', /^ops\//],
]

/** Layers outside `app/_server` that every folder in it may import. */
const SERVER_BASE = ['contract', 'addresses', 'schemas', 'client', 'db']
const SHARED = [...SERVER_BASE, 'platform', 'auth', 'live']
const DOMAINS = ['orders', 'cases', 'people', 'reports']
const SERVER = ['platform', 'auth', 'live', ...DOMAINS, 'health', 'api']
const VIEWS = ['case view', 'people view', 'account view', 'reports view', 'shop view']
/** Layers of `components` that all others there may import. */
const PAGE_BASE = ['browser', 'session']
const COMPONENTS = [
  'browser',
  'session',
  'ui',
  'keyboard',
  'api client',
  'event stream',
  'live view',
  ...VIEWS,
  'inbox',
  'palette',
  'shell',
]

/**
 * The layers that a layer may import besides itself. Tests and `testing/` may import every layer; only tests,
 * `testing/` and the bench may import `testing/`.
 * @type {Record<string, readonly string[]>}
 */
const MAY_IMPORT = {
  contract: [],
  addresses: ['contract'],
  schemas: ['contract', 'addresses'],
  workflows: ['contract'],
  db: ['contract'],
  projection: ['contract', 'db'],
  services: ['contract', 'db'],
  activities: ['contract', 'addresses', 'db', 'projection', 'services'],
  client: ['contract'],
  worker: ['contract', 'client', 'services', 'activities', 'workflows', 'db'],
  platform: SERVER_BASE,
  auth: [...SERVER_BASE, 'platform'],
  live: [...SERVER_BASE, 'platform', 'auth'],
  orders: SHARED,
  cases: SHARED,
  people: SHARED,
  reports: SHARED,
  health: [...SHARED, ...DOMAINS],
  api: [...SHARED, ...DOMAINS, 'health'],
  app: ['contract', 'addresses', 'schemas', 'client', ...COMPONENTS, ...SERVER],
  // What a browser may lack or refuse, and what it keeps for an account: below everything that pages show.
  browser: [],
  session: ['contract', 'browser'],
  ui: ['contract', ...PAGE_BASE],
  keyboard: ['contract', 'ui', ...PAGE_BASE],
  'api client': ['contract', ...PAGE_BASE],
  // Apart from the rest of `live`, so that the shop can use it and loads no React Query.
  'event stream': ['contract', 'browser'],
  'live view': ['contract', ...PAGE_BASE, 'ui', 'event stream', 'api client'],
  'case view': ['contract', ...PAGE_BASE, 'ui', 'keyboard', 'api client', 'live view'],
  'people view': ['contract', ...PAGE_BASE, 'ui'],
  'account view': ['contract', ...PAGE_BASE, 'ui'],
  'reports view': ['contract', ...PAGE_BASE, 'ui', 'api client', 'live view'],
  'shop view': ['contract', ...PAGE_BASE, 'ui', 'event stream'],
  inbox: ['contract', ...PAGE_BASE, 'ui', 'keyboard', 'api client', 'live view', 'case view'],
  palette: ['contract', ...PAGE_BASE, 'ui', 'keyboard', 'api client', 'live view', 'case view'],
  shell: ['contract', ...PAGE_BASE, 'ui', 'keyboard', 'api client', 'live view', 'case view', 'palette'],
  e2e: ['contract'],
  ops: ['contract', 'addresses', 'schemas', 'client', 'db', ...SERVER],
  bench: ['contract', 'schemas', 'client', 'db', 'ops', 'testing'],
}

/** Layers of which only types may be imported. @type {Record<string, readonly string[]>} */
const MAY_IMPORT_TYPES = {
  workflows: ['activities'],
  client: ['workflows'],
  app: ['db'],
  ...Object.fromEntries(COMPONENTS.map((name) => [name, ['schemas']])),
  e2e: ['schemas', 'ops'],
}

/**
 * Types of requests and responses are those of their schemas. Erased, they bring no zod into a page or a workflow, so
 * the contract and whoever may import it may import them.
 * @param {string} source
 */
const mayImportSchemaTypes = (source) => source === 'contract' || MAY_IMPORT[source]?.includes('contract')

const MAY_IMPORT_ALL = ['test', 'testing']

/** The layer of a file, or null when no rule covers it. @param {string} path */
export const getLayer = (path) => LAYERS.find(([, pattern]) => pattern.test(path))?.[0] ?? null

/**
 * True for a contract file that takes a type from a schema, which in turn may be built from the file's constants.
 * @param {{ from: string, to: string, isType: boolean }} edge
 */
export const isSchemaType = ({ from, to, isType }) =>
  isType && getLayer(from) === 'contract' && getLayer(to) === 'schemas'

/**
 * True when a file may import another.
 * @param {{ from: string, to: string, isType: boolean }} edge
 */
export const isAllowed = ({ from, to, isType }) => {
  const [source, target] = [getLayer(from), getLayer(to)]
  if (source === null || target === null || source === target || MAY_IMPORT_ALL.includes(source)) return true
  if (isType && target === 'schemas' && mayImportSchemaTypes(source)) return true
  if (isType && MAY_IMPORT_TYPES[source]?.includes(target)) return true
  return MAY_IMPORT[source]?.includes(target) ?? false
}
