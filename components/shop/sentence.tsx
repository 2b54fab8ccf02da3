import { Fragment, type ReactNode } from 'react'

/** A sentence whose gaps, such as `{time}`, are parts of the page. */
export const Sentence = ({ text, parts }: { text: string; parts: Record<string, ReactNode> }) =>
  text
    .split(/\{(\w+)\}/)
    .map((piece, index) => <Fragment key={piece}>{index % 2 === 1 ? parts[piece] : piece}</Fragment>)
