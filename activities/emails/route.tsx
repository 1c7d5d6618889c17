import { Fragment } from 'react';
import { COLOUR } from './colours.ts';
import type { Station } from './mail.ts';
import { toneOf } from './tone.ts';

/** The case's stages as stations on a vertical line: done filled, now ringed, future hollow. */
export function Route({ stations }: { stations: Station[] }) {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0} style={{ width: '100%' }}>
      <tbody>
        {stations.map((station, index) => (
          <Fragment key={index}>
            {index > 0 && <RailRow before={stations[index - 1]} />}
            <tr>
              <td width={16} valign="top" style={{ width: 16, padding: 0, fontSize: 0, lineHeight: 0 }}>
                <Rail before={stations[index - 1]} height={3} />
                <Dot state={station.state} />
                <Rail before={index < stations.length - 1 ? station : undefined} height={3} />
              </td>
              <td valign="top" style={{ padding: '0 0 0 12px', fontSize: 14, lineHeight: '22px' }}>
                <StationText station={station} />
              </td>
            </tr>
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function StationText({ station }: { station: Station }) {
  const future = station.state === 'future';
  const words = toneOf(station.tone ?? 'plain');
  return (
    <>
      <span
        className={future ? 'soft' : 'ink'}
        style={{ fontWeight: future ? 400 : 600, color: future ? COLOUR.soft : COLOUR.ink }}
      >
        {station.name}
      </span>
      {station.note && (
        <span className={words.className} style={{ fontSize: 12, ...words.style }}>
          {'\u2002'}
          {station.note}
        </span>
      )}
    </>
  );
}

function RailRow({ before }: { before: Station | undefined }) {
  return (
    <tr>
      <td width={16} height={8} style={{ width: 16, height: 8, padding: 0, fontSize: 0, lineHeight: 0 }}>
        <Rail before={before} height={8} />
      </td>
      <td style={{ padding: 0, fontSize: 0, lineHeight: 0 }} />
    </tr>
  );
}

/** The line that leads on from a station; unseen before the first and after the last. */
function Rail({ before, height }: { before: Station | undefined; height: number }) {
  if (!before) return <div style={{ height }} />;
  const done = before.state === 'done';
  return (
    <div
      className={done ? 'rail-done' : 'rail'}
      style={{ width: 2, height, margin: '0 auto', background: done ? COLOUR.jade : COLOUR.rail }}
    />
  );
}

function Dot({ state }: { state: Station['state'] }) {
  switch (state) {
    case 'done':
      return <div className="dot" style={{ ...circle, background: COLOUR.jade, border: `2px solid ${COLOUR.jade}` }} />;
    case 'now':
      return (
        <div
          className="dot-now"
          style={{ ...circle, width: 6, height: 6, background: COLOUR.card, border: `5px solid ${COLOUR.jade}` }}
        />
      );
    case 'stopped':
      return <div style={{ ...circle, background: COLOUR.seal, border: `2px solid ${COLOUR.seal}` }} />;
    case 'future':
      return (
        <div
          className="dot-future"
          style={{ ...circle, background: COLOUR.card, border: `2px solid ${COLOUR.rail}` }}
        />
      );
  }
}

const circle = { width: 12, height: 12, borderRadius: '50%', fontSize: 0, lineHeight: 0 };
