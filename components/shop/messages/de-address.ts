/** German: the parts of an address, whose names follow the country. */

import type { address as english, addressErrors as englishErrors } from './en-address'

export const address = {
  labels: {
    street: 'Straße und Hausnummer',
    addition: 'Wohnung, Etage, Firma',
    city: 'Ort',
    post_town: 'Ort',
    suburb: 'Vorort',
    district: 'Bezirk',
    neighborhood: 'Stadtteil',
    townland: 'Ortsteil',
    village_township: 'Dorf oder Siedlung',
    province: 'Provinz',
    state: 'Bundesstaat',
    region: 'Bundesland oder Region',
    county: 'Grafschaft',
    prefecture: 'Präfektur',
    emirate: 'Emirat',
    parish: 'Gemeinde',
    island: 'Insel',
    department: 'Departement',
    area: 'Gebiet',
    do_si: 'Provinz oder Stadt',
    oblast: 'Gebiet (Oblast)',
    postal: 'Postleitzahl',
    zip: 'ZIP-Code',
    eircode: 'Eircode',
    pin: 'PIN-Code',
  },
  choose: 'Bitte wählen',
  showFields: 'Felder dieses Landes zeigen',
  confirm: 'Ja, das stimmt so',
} satisfies typeof english

/** What is wrong with a part: chosen by the server, and not sent to pages. */
export const addressErrors = {
  missing: {
    street: 'Geben Sie Straße und Hausnummer ein.',
    addition: 'Geben Sie Wohnung oder Etage ein.',
    city: 'Geben Sie den Ort ein.',
    post_town: 'Geben Sie den Ort ein.',
    suburb: 'Geben Sie den Vorort ein.',
    district: 'Geben Sie den Bezirk ein.',
    neighborhood: 'Geben Sie den Stadtteil ein.',
    townland: 'Geben Sie den Ortsteil ein.',
    village_township: 'Geben Sie das Dorf oder die Siedlung ein.',
    province: 'Geben Sie die Provinz ein.',
    state: 'Wählen Sie den Bundesstaat.',
    region: 'Geben Sie das Bundesland oder die Region ein.',
    county: 'Geben Sie die Grafschaft ein.',
    prefecture: 'Wählen Sie die Präfektur.',
    emirate: 'Wählen Sie das Emirat.',
    parish: 'Wählen Sie die Gemeinde.',
    island: 'Geben Sie die Insel ein.',
    department: 'Wählen Sie das Departement.',
    area: 'Wählen Sie das Gebiet.',
    do_si: 'Wählen Sie die Provinz oder Stadt.',
    oblast: 'Wählen Sie die Oblast.',
    postal: 'Geben Sie die Postleitzahl ein.',
    zip: 'Geben Sie den ZIP-Code ein.',
    eircode: 'Geben Sie den Eircode ein.',
    pin: 'Geben Sie den PIN-Code ein.',
  },
  tooLong: 'Diese Zeile ist zu lang.',
  doubtful:
    'Das sieht ungewöhnlich aus ({country}: zum Beispiel {example}). Stimmt es? Ändern Sie es, oder bestätigen Sie es darunter.',
  doubtfulWithoutExample:
    'Das sieht für {country} ungewöhnlich aus. Stimmt es? Ändern Sie es, oder bestätigen Sie es darunter.',
} satisfies typeof englishErrors
