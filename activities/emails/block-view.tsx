import type { CSSProperties } from 'react';
import { ButtonRow } from './button-row.tsx';
import { COLOUR } from './colours.ts';
import type { Block, Item, Row, Tone } from './mail.ts';
import { Route } from './route.tsx';
import { toneOf } from './tone.ts';

export function BlockView({ block }: { block: Block }) {
  switch (block.is) {
    case 'paragraph':
      return (
        <p className="ink" style={{ margin: '14px 0 0', color: COLOUR.ink }}>
          {block.text}
        </p>
      );
    case 'opinion':
      return (
        <Box className="quote line" style={{ background: COLOUR.quote, borderLeft: `3px solid ${COLOUR.jade}` }}>
          <div className="soft" style={{ fontSize: 13, lineHeight: '20px', color: COLOUR.soft }}>
            {block.opinion.by}
          </div>
          <div className="ink" style={{ color: COLOUR.ink, wordBreak: 'break-word' }}>
            <Lines text={block.opinion.text} />
          </div>
        </Box>
      );
    case 'route':
      return (
        <Box className="line" style={{ border: `1px solid ${COLOUR.line}`, borderRadius: 8 }}>
          <Route stations={block.stations} />
        </Box>
      );
    case 'facts':
      return <Facts rows={block.rows} />;
    case 'buttons':
      return <ButtonRow lead={block.lead} buttons={block.buttons} />;
    case 'link':
      return (
        <p style={{ margin: '14px 0 0' }}>
          <a href={block.href} className="jade" style={{ color: COLOUR.jade, textDecoration: 'underline' }}>
            {block.label}
          </a>
        </p>
      );
    case 'items':
      return <Items heading={block.heading} tone={block.tone} items={block.items} more={block.more} />;
    case 'note':
      return (
        <p className="soft" style={{ margin: '14px 0 0', fontSize: 12, lineHeight: '20px', color: COLOUR.soft }}>
          {block.text}
        </p>
      );
  }
}

function Facts({ rows }: { rows: Row[] }) {
  return (
    <table
      role="presentation"
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      border={0}
      style={{ width: '100%', marginTop: 14 }}
    >
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            <td
              width={96}
              valign="top"
              className="soft"
              style={{ width: 96, padding: '3px 12px 3px 0', fontSize: 14, lineHeight: '22px', color: COLOUR.soft }}
            >
              {row.label}
            </td>
            <td
              valign="top"
              className="ink"
              style={{ padding: '3px 0', fontSize: 14, lineHeight: '22px', color: COLOUR.ink, wordBreak: 'break-word' }}
            >
              {row.value}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Items({ heading, tone, items, more }: { heading: string; tone: Tone; items: Item[]; more?: string }) {
  const words = toneOf(tone);
  return (
    <>
      <h2
        className={tone === 'plain' ? 'ink' : words.className}
        style={{
          margin: '22px 0 4px',
          fontSize: 15,
          lineHeight: '24px',
          fontWeight: 600,
          color: tone === 'plain' ? COLOUR.ink : words.style.color,
        }}
      >
        {heading}
      </h2>
      <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0} style={{ width: '100%' }}>
        <tbody>
          {items.map((item, index) => (
            <tr key={index}>
              <td
                className="line"
                style={{ padding: '9px 12px 9px 0', borderTop: `1px solid ${COLOUR.line}`, wordBreak: 'break-word' }}
              >
                <a
                  href={item.href}
                  className="jade"
                  style={{ color: COLOUR.jade, fontWeight: 600, textDecoration: 'none' }}
                >
                  {item.title}
                </a>
                <div className="soft" style={{ fontSize: 12, lineHeight: '20px', color: COLOUR.soft }}>
                  {item.under}
                </div>
              </td>
              <td
                align="right"
                valign="top"
                className={`line ${words.className}`}
                style={{
                  padding: '9px 0',
                  borderTop: `1px solid ${COLOUR.line}`,
                  fontSize: 13,
                  lineHeight: '25px',
                  whiteSpace: 'nowrap',
                  ...words.style,
                }}
              >
                {item.left}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more && (
        <p className="soft" style={{ margin: '6px 0 0', fontSize: 13, lineHeight: '20px', color: COLOUR.soft }}>
          {more}
        </p>
      )}
    </>
  );
}

function Box({ className, style, children }: { className: string; style: CSSProperties; children: React.ReactNode }) {
  return (
    <table
      role="presentation"
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      border={0}
      style={{ width: '100%', marginTop: 18 }}
    >
      <tbody>
        <tr>
          <td className={className} style={{ padding: '12px 16px', ...style }}>
            {children}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** A person's line breaks are kept. */
function Lines({ text }: { text: string }) {
  return text.split(/\r\n|\r|\n/).map((line, index) => (
    <span key={index}>
      {index > 0 && <br />}
      {line}
    </span>
  ));
}
