/** A sentence with its gaps, such as `{count}`, filled in. Apart from the dictionaries: browsers use it too. */
export const interpolate = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap))
