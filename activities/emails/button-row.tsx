import { COLOUR } from './colours.ts';
import type { Button } from './mail.ts';

/** A button a decision. On a phone they stand one over the other. */
export function ButtonRow({ lead, buttons }: { lead: string; buttons: Button[] }) {
  return (
    <>
      <div
        className="ink"
        style={{ margin: '22px 0 8px', fontSize: 15, lineHeight: '24px', fontWeight: 600, color: COLOUR.ink }}
      >
        {lead}
      </div>
      <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0} style={{ width: '100%' }}>
        <tbody>
          <tr>
            {buttons.map((button, index) => (
              <td
                key={index}
                className="choice"
                width={`${Math.floor(100 / buttons.length)}%`}
                style={{ padding: index < buttons.length - 1 ? '0 10px 0 0' : 0 }}
              >
                <a href={button.href} className={`button-${button.tone}`} style={{ ...shape, ...paint(button.tone) }}>
                  {button.label}
                </a>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </>
  );
}

function paint(tone: Button['tone']) {
  switch (tone) {
    case 'primary':
      return { background: COLOUR.jade, border: `1px solid ${COLOUR.jade}`, color: COLOUR.onJade };
    case 'plain':
      return { background: COLOUR.card, border: `1px solid ${COLOUR.jade}`, color: COLOUR.jade };
    case 'refuse':
      return { background: COLOUR.card, border: `1px solid ${COLOUR.seal}`, color: COLOUR.seal };
  }
}

const shape = {
  display: 'block',
  padding: '10px 8px',
  borderRadius: 6,
  fontSize: 16,
  lineHeight: '24px',
  fontWeight: 600,
  textAlign: 'center',
  textDecoration: 'none',
} as const;
