import type { ReactNode } from 'react';
import type { Block, Inline, MinutesText } from '../../../processes/joint-meeting/minutes-text.ts';

/** The text of minutes as it reads; elements are made one by one, nothing is inserted as HTML. */
export function MinutesTextView({ text }: { text: MinutesText }) {
  return <div className="minutes-text">{text.content.map(blockOf)}</div>;
}

function blockOf(block: Block, index: number): ReactNode {
  switch (block.type) {
    case 'heading':
      return block.attrs.level === 2 ? (
        <h3 key={index}>{wordsOf(block.content)}</h3>
      ) : (
        <h4 key={index}>{wordsOf(block.content)}</h4>
      );
    case 'paragraph':
      return <p key={index}>{wordsOf(block.content)}</p>;
    case 'blockquote':
      return <blockquote key={index}>{block.content.map(blockOf)}</blockquote>;
    case 'bulletList':
      return (
        <ul key={index}>
          {block.content.map((item, at) => (
            <li key={at}>{item.content.map(blockOf)}</li>
          ))}
        </ul>
      );
    case 'orderedList':
      return (
        <ol key={index} start={block.attrs?.start ?? 1}>
          {block.content.map((item, at) => (
            <li key={at}>{item.content.map(blockOf)}</li>
          ))}
        </ol>
      );
  }
}

const wordsOf = (content: Inline[] = []): ReactNode =>
  content.map((each, index) => {
    if (each.type === 'hardBreak') return <br key={index} />;
    const marks = new Set(each.marks?.map(({ type }) => type));
    let words: ReactNode = each.text;
    if (marks.has('underline')) words = <u>{words}</u>;
    if (marks.has('italic')) words = <em>{words}</em>;
    if (marks.has('bold')) words = <strong>{words}</strong>;
    return <span key={index}>{words}</span>;
  });
