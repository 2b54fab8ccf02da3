/** Ways to write a country that `Intl` does not know. */

/** ISO 3166-1 alpha-3 codes, in the order of `COUNTRIES`; the last is that of Kosovo. */
export const ALPHA_3 =
  'AND ARE AFG ATG AIA ALB ARM AGO ATA ARG ASM AUT AUS ABW ALA AZE BIH BRB BGD BEL BFA BGR BHR BDI BEN BLM BMU BRN ' +
  'BOL BES BRA BHS BTN BVT BWA BLR BLZ CAN CCK COD CAF COG CHE CIV COK CHL CMR CHN COL CRI CUB CPV CUW CXR CYP CZE ' +
  'DEU DJI DNK DMA DOM DZA ECU EST EGY ESH ERI ESP ETH FIN FJI FLK FSM FRO FRA GAB GBR GRD GEO GUF GGY GHA GIB GRL ' +
  'GMB GIN GLP GNQ GRC SGS GTM GUM GNB GUY HKG HMD HND HRV HTI HUN IDN IRL ISR IMN IND IOT IRQ IRN ISL ITA JEY JAM ' +
  'JOR JPN KEN KGZ KHM KIR COM KNA PRK KOR KWT CYM KAZ LAO LBN LCA LIE LKA LBR LSO LTU LUX LVA LBY MAR MCO MDA MNE ' +
  'MAF MDG MHL MKD MLI MMR MNG MAC MNP MTQ MRT MSR MLT MUS MDV MWI MEX MYS MOZ NAM NCL NER NFK NGA NIC NLD NOR NPL ' +
  'NRU NIU NZL OMN PAN PER PYF PNG PHL PAK POL SPM PCN PRI PSE PRT PLW PRY QAT REU ROU SRB RUS RWA SAU SLB SYC SDN ' +
  'SWE SGP SHN SVN SJM SVK SLE SMR SEN SOM SUR SSD STP SLV SXM SYR SWZ TCA TCD ATF TGO THA TJK TKL TLS TKM TUN TON ' +
  'TUR TTO TUV TWN TZA UKR UGA UMI USA URY UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM MYT ZAF ZMB ZWE ASC TAA XKX'

/** By code: official names, old names and those that people and other shops use, separated by bars. */
export const COUNTRY_ALIASES: Readonly<Record<string, string>> = {
  AE: 'UAE|Emirates|VAE',
  BA: 'Bosnia',
  BO: 'Plurinational State of Bolivia|Bolivia, Plurinational State of',
  BQ: 'Bonaire, Sint Eustatius and Saba|Bonaire',
  CD: 'Democratic Republic of the Congo|Congo, Democratic Republic of the|DR Congo|DRC|Zaire',
  CG: 'Republic of the Congo|Republik Kongo',
  CI: 'Ivory Coast|Elfenbeinküste',
  CN: "People's Republic of China|PRC|Mainland China",
  CV: 'Kap Verde',
  CZ: 'Czech Republic|Tschechische Republik|Tschechei',
  DE: 'BRD|Federal Republic of Germany|Bundesrepublik Deutschland',
  FK: 'Falkland Islands (Malvinas)',
  FM: 'Micronesia, Federated States of|Federated States of Micronesia',
  GB: 'UK|U.K.|Great Britain|Großbritannien|Britain|England|Scotland|Wales|Northern Ireland|Schottland',
  GM: 'Republic of The Gambia|The Gambia',
  GS: 'South Georgia and the South Sandwich Islands',
  HK: 'Hong Kong S.A.R.|Hongkong',
  HM: 'Heard Island and McDonald Islands',
  IE: 'Eire|Éire|Republic of Ireland',
  IM: 'Insel Man',
  IR: 'Islamic Republic of Iran|Iran, Islamic Republic of',
  KN: 'Saint Kitts and Nevis',
  KP: "Korea, Democratic People's Republic of|Democratic People's Republic of Korea|DPRK",
  KR: 'Korea|Korea, Republic of|Republic of Korea|Korea, South',
  LA: "Lao People's Democratic Republic|Lao PDR|Lao",
  MD: 'Moldova, Republic of|Republic of Moldova|Moldawien',
  MF: 'Saint Martin (French part)',
  MK: 'The Republic of North Macedonia|Macedonia',
  MM: 'Burma',
  MO: 'Macau|Macao|Macau SAR',
  NL: 'The Netherlands|Netherlands (Kingdom of the)|Holland',
  PM: 'Saint Pierre and Miquelon|Saint-Pierre und Miquelon',
  PS: 'State of Palestine|Staat Palästina|Palestine, State of',
  RU: 'Russian Federation|Russische Föderation',
  SH: 'Saint Helena|Saint Helena, Ascension and Tristan da Cunha',
  SJ: 'Svalbard und Jan Mayen',
  SX: 'Sint Maarten (Dutch part)',
  SY: 'Syrian Arab Republic|Syrien, Arabische Republik',
  SZ: 'Swaziland',
  TL: 'Osttimor|East Timor',
  TR: 'Turkey',
  TW: 'Taiwan, Province of China|Taiwan, ROC',
  TZ: 'United Republic of Tanzania|Tanzania, United Republic of|Tansania, Vereinigte Republik',
  UM: 'United States Minor Outlying Islands',
  US: 'USA|U.S.|United States of America|The United States|America|Vereinigte Staaten von Amerika',
  VA: 'Holy See (Vatican City State)|Holy See|Vatican',
  VC: 'Saint Vincent and the Grenadines',
  VE: 'Bolivarian Republic of Venezuela|Venezuela, Bolivarian Republic of',
  VG: 'Virgin Islands, British',
  VI: 'Virgin Islands, U.S.',
  VN: 'Viet Nam',
  ZA: 'RSA',
}

/** Names of two countries each, which only the customer can tell apart. */
export const AMBIGUOUS_NAMES: readonly string[] = ['Congo', 'Kongo']
