#!/usr/bin/env bash
# currency-codes: metals, XDR, the test code and "no currency" have 0 digits like the yen, although the list in the package
# says that they have no minor unit. Withdrawn codes (ANG, BGN, CUC) are currencies, XCG and XAD are not: its list is of
# 2024-06-25. Beside it, the digits of Intl, which differ for sixteen or more currencies, depending on the ICU of Node.js.
# Consequence: the list is our own, see decision 30.
. "$(dirname "$0")/setup.sh" currency-codes@2.2.0
cat >finding.js <<'JS'
import assert from 'node:assert'
import { readFileSync } from 'node:fs'
import cc from 'currency-codes'

const xml = readFileSync('node_modules/currency-codes/iso-4217-list-one.xml', 'utf8')
const entry = /<Ccy>(\w+)<\/Ccy>\s*<CcyNbr>\d+<\/CcyNbr>\s*<CcyMnrUnts>N\.A\./g
const without = [...new Set([...xml.matchAll(entry)].map(([, code]) => code))].sort()
const digits = without.map((code) => `${code} ${cc.code(code).digits}`)
console.log(`no minor unit in the list, digits by the package: ${digits.join(', ')}`)
assert.ok(without.length === 13 && without.every((code) => cc.code(code).digits === 0))

const known = (codes) => codes.filter((code) => cc.code(code) !== undefined)
console.log(`published ${cc.publishDate}; of ANG BGN CUC XCG XAD it has ${known(['ANG', 'BGN', 'CUC', 'XCG', 'XAD'])}`)
assert.deepStrictEqual(known(['ANG', 'BGN', 'CUC', 'XCG', 'XAD']), ['ANG', 'BGN', 'CUC'])

const digitsOfIntl = (currency) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits
const differ = cc.codes().filter((code) => !without.includes(code) && digitsOfIntl(code) !== cc.code(code).digits)
const shown = differ.map((code) => `${code} ${digitsOfIntl(code)} for ${cc.code(code).digits}`)
console.log(`ICU ${process.versions.icu}: ${differ.length} differ in Intl: ${shown.join(', ')}`)
assert.ok(differ.includes('HUF') && differ.includes('IQD'))
JS
node finding.js
