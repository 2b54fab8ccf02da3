/** Replaces placeholders such as `{count}`. Separate from the messages, because browsers load it too. */
export const interpolate = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap))
