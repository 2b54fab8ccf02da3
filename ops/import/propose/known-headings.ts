/** Names that shops and spreadsheets give to columns, in the languages of the exports that we know. */

/** Fields of a mapping that a column may hold. */
export type Field =
  | 'number'
  | 'email'
  | 'sku'
  | 'title'
  | 'quantity'
  | 'unitPrice'
  | 'lineTotal'
  | 'purchasedAt'
  | 'currency'
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'line1'
  | 'line2'
  | 'city'
  | 'region'
  | 'postalCode'
  | 'country'
  | 'status'

/** What stands before the name of a part of an address; the parcel comes before who pays. */
const SHIP = '(?:ship(?:ping)?(?: to)?|deliver(?:y|ed)?(?: to)?|recipient|receiver|liefer\\w*)'
const ANY = `(?:(?:${SHIP}|buyer|customer|billing|contact|order|sale|from|item|lineitem|line item|product|purchase|created|seller) )?`

/** Patterns of comparable headings, the likeliest first. */
const PATTERNS: Record<Field, readonly string[]> = {
  number: [
    'order (?:id|number|no|name|ref\\w*)',
    'order',
    'invoice ?(?:id|number|no)?',
    'sale id',
    'transaction id',
    'bestell(?:ung|nummer)',
    'auftragsnummer',
    'n[uú]mero de pedido',
    'commande',
    '注文番号',
  ],
  email: [`${ANY}e ?mail(?: address)?`, 'courriel', 'correo', 'メールアドレス'],
  sku: [
    `${ANY}sku`,
    'stock ?code',
    'custom label',
    'item (?:id|number|no)',
    'product (?:id|code)',
    'artikel(?:nummer|nr)?',
    'référence',
    '商品管理番号',
    'asin',
  ],
  title: [
    '(?:lineitem|line item|item|product) (?:name|title)',
    'title',
    'description',
    'item',
    'product',
    'bezeichnung',
    '商品名',
  ],
  quantity: [
    `${ANY}(?:quantity|qty)(?: purchased| ordered)?`,
    'menge',
    'anzahl',
    'pieces',
    'cantidad',
    'quantité',
    '個数',
  ],
  unitPrice: [
    `${ANY}unit ?price`,
    '(?:lineitem|line item) price',
    'price(?: each| per \\w+)?',
    'einzelpreis',
    'precio',
    'prix unitaire',
    '単価',
  ],
  lineTotal: [
    '(?:line|item) (?:total|price)',
    `${ANY}(?:total|value|amount)`,
    'gesamtpreis',
    'betrag',
    'gross',
    'total',
  ],
  purchasedAt: [
    '(?:created|ordered|purchased) (?:at|on)',
    '(?:order|purchase|sale|invoice) ?date',
    'date(?: created)?',
    'ordered',
    '(?:bestell)?datum',
    'fecha',
    '注文日時',
    `${ANY}(?:date|time)`,
    'paid (?:at|on)',
  ],
  currency: [`${ANY}currency(?: code)?`, 'währung', 'devise', 'moneda', '通貨'],
  name: [
    `${SHIP} (?:full )?name`,
    'full name',
    '(?:customer|buyer) (?:full )?name',
    'name',
    'customer',
    'kunde',
    '氏名',
  ],
  firstName: [`${SHIP} first ?name`, `${ANY}first ?name`, 'vorname', '送付先名'],
  lastName: [`${SHIP} last ?name`, `${ANY}last ?name`, 'nachname', '送付先姓'],
  line1: [
    `${SHIP} address(?: line)? ?1`,
    `${SHIP} (?:street(?: ?1)?|address)`,
    `${ANY}address(?: line)? ?1`,
    `${ANY}(?:street(?: ?1)?|address)`,
    'stra(?:ß|ss)e',
    'adresse',
    'calle',
    '送付先番地',
  ],
  line2: [`${SHIP} (?:address(?: line)?|street) ?2`, `${ANY}(?:address(?: line)?|street) ?2`],
  city: [
    `${SHIP} (?:city|town|suburb)`,
    `${ANY}(?:city|town|suburb)(?: city)?`,
    'ort',
    'stadt',
    'ville',
    'ciudad',
    '送付先市区町村',
  ],
  region: [
    `${SHIP} (?:state|province|region|county)`,
    `${ANY}(?:state|province|region|county)(?: code)?`,
    'bundesland',
    '送付先都道府県',
  ],
  postalCode: [
    `${SHIP} (?:zip|post(?:al)? ?code)(?: post(?:al)? ?code)?`,
    `${ANY}(?:zip|post(?:al)? ?code)(?: code| post(?:al)? ?code)?`,
    'plz',
    'postleitzahl',
    'code postal',
    '送付先郵便番号',
  ],
  country: [`${SHIP} country(?: code)?`, `${ANY}country(?: code| name)?`, 'land', 'pays', 'país'],
  status: ['(?:financial|payment) status', '(?:order |item |sale )?status', 'ステータス'],
}

/** Words in lower case with single blanks between them. */
const toComparable = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/#\d+$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The columns of the fields that `names` has; of several the likeliest, of equal ones the first. */
export const recognise = (names: readonly string[]): Partial<Record<Field, string>> => {
  const found: Partial<Record<Field, string>> = {}
  const taken = new Set<string>()
  for (const [field, patterns] of Object.entries(PATTERNS) as [Field, readonly string[]][]) {
    const column = patterns
      .map((pattern) => new RegExp(`^${pattern}$`, 'u'))
      .map((pattern) => names.find((name) => !taken.has(name) && pattern.test(toComparable(name))))
      .find((name) => name !== undefined)
    if (column === undefined) continue
    found[field] = column
    taken.add(column)
  }
  return found
}
