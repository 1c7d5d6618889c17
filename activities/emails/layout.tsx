import type { ReactElement, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { BlockView } from './block-view.tsx';
import { COLOUR, DARK_STYLE, FONT, SERIF } from './colours.ts';
import type { Letter, Mail } from './mail.ts';
import { oneLine } from './mail.ts';
import { plainText } from './plain-text.ts';

/** Lays a letter out as HTML and as the plain-text twin that reads well alone. React escapes every fact. */
export function layout(letter: Letter): Mail {
  return {
    subject: oneLine(letter.subject),
    html: `<!doctype html>${renderToStaticMarkup(<Page letter={letter} />)}`,
    text: plainText(letter),
  };
}

/** Tables and inline styles: what Outlook, QQ Mail and phones agree on. The style element only adds dark colours and narrow screens. */
function Page({ letter }: { letter: Letter }): ReactElement {
  return (
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <title>{letter.subject}</title>
        <style dangerouslySetInnerHTML={{ __html: DARK_STYLE }} />
      </head>
      <body
        className="ground"
        style={{ margin: 0, padding: 0, background: COLOUR.ground, WebkitTextSizeAdjust: '100%' }}
      >
        <Table className="ground" style={{ background: COLOUR.ground }}>
          <tr>
            <td align="center" className="outer" style={{ padding: '24px 12px' }}>
              <Table
                width={600}
                className="card"
                style={{ maxWidth: 600, background: COLOUR.card, border: `1px solid ${COLOUR.line}`, borderRadius: 8 }}
              >
                <Header letter={letter} />
                <Body letter={letter} />
                <Footer letter={letter} />
              </Table>
            </td>
          </tr>
        </Table>
      </body>
    </html>
  );
}

function Header({ letter }: { letter: Letter }) {
  return (
    <tr>
      <td className="line pad" style={{ padding: '16px 28px', borderBottom: `1px solid ${COLOUR.line}` }}>
        <table role="presentation" cellPadding={0} cellSpacing={0} border={0}>
          <tbody>
            <tr>
              <td width={38} height={38} align="center" valign="middle" style={seal}>
                联
              </td>
              <td style={{ padding: '0 0 0 12px', fontFamily: FONT, lineHeight: '20px' }}>
                <span className="ink" style={{ fontSize: 16, fontWeight: 600, color: COLOUR.ink }}>
                  联办
                </span>
                <br />
                <span className="soft" style={{ fontSize: 12, color: COLOUR.soft }}>
                  {letter.office.name}
                </span>
              </td>
            </tr>
          </tbody>
        </table>
      </td>
    </tr>
  );
}

function Body({ letter }: { letter: Letter }) {
  return (
    <tr>
      <td
        className="pad"
        style={{ padding: '22px 28px 26px', fontFamily: FONT, fontSize: 15, lineHeight: '25px', color: COLOUR.ink }}
      >
        <div className="soft" style={{ fontSize: 12, lineHeight: '20px', letterSpacing: '0.04em', color: COLOUR.soft }}>
          {letter.over}
        </div>
        <h1
          className="ink"
          style={{ margin: '2px 0', fontSize: 21, lineHeight: '30px', fontWeight: 600, color: COLOUR.ink }}
        >
          {letter.heading}
        </h1>
        {letter.under && (
          <div className="soft" style={{ fontSize: 14, lineHeight: '22px', color: COLOUR.soft }}>
            {letter.under}
          </div>
        )}
        {letter.blocks.map((block, index) => (
          <BlockView key={index} block={block} />
        ))}
      </td>
    </tr>
  );
}

function Footer({ letter }: { letter: Letter }) {
  return (
    <tr>
      <td
        className="line pad soft"
        style={{
          padding: '14px 28px 18px',
          borderTop: `1px solid ${COLOUR.line}`,
          fontFamily: FONT,
          fontSize: 12,
          lineHeight: '20px',
          color: COLOUR.soft,
        }}
      >
        <div lang="en">{letter.english}</div>
        <div>{letter.because}</div>
        <div>本邮件由系统自动发出，请勿回复。</div>
        <div>
          {letter.office.name} · {letter.office.nameEn}
        </div>
      </td>
    </tr>
  );
}

function Table({
  children,
  ...rest
}: {
  children: ReactNode;
  width?: number;
  className?: string;
  style: React.CSSProperties;
}) {
  return (
    <table
      role="presentation"
      width={rest.width ?? '100%'}
      cellPadding={0}
      cellSpacing={0}
      border={0}
      className={rest.className}
      style={{ width: '100%', borderCollapse: 'separate', ...rest.style }}
    >
      <tbody>{children}</tbody>
    </table>
  );
}

const seal = {
  width: 38,
  height: 38,
  borderRadius: 8,
  background: COLOUR.seal,
  color: COLOUR.onSeal,
  fontFamily: SERIF,
  fontSize: 22,
  fontWeight: 600,
  lineHeight: '38px',
  textAlign: 'center',
} as const;
