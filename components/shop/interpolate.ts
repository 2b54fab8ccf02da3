import { isolateText } from '@/temporal/contract/text/isolate-text'

/** Replaces placeholders such as `{count}`. Separate from the messages, because browsers load it too. Values are isolated. */
export const interpolate = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/g, (gap, name: string) => isolateText(String(values[name] ?? gap)))
