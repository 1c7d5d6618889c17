import type { YearPoint } from '../../../api/contract/indicators.ts';

const [WIDTH, HEIGHT] = [120, 34];

/** The last years as a thin line; a year without figures leaves a gap. The figures stand in the table of the indicator's own page. */
export function Spark({
  series,
  label,
}: {
  series: readonly Pick<YearPoint, 'year' | 'value' | 'target'>[];
  label: string;
}) {
  const values = series.flatMap(({ value, target }) => [value?.charted ?? [], target?.charted ?? []].flat());
  if (series.filter(({ value }) => value).length < 2) return null;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const x = (index: number) => 4 + (index * (WIDTH - 8)) / Math.max(1, series.length - 1);
  const y = (value: number) => HEIGHT - 5 - ((value - least) / (most - least || 1)) * (HEIGHT - 10);
  const known = series.flatMap(({ value }, index) => (value ? [[x(index), y(value.charted)] as const] : []));
  const aim = series.at(-1)?.target?.charted;
  const last = known.at(-1);
  return (
    <svg className="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {aim !== undefined && <line x1="0" x2={WIDTH} y1={y(aim)} y2={y(aim)} className="spark-aim" />}
      <polyline points={known.map((point) => point.join(',')).join(' ')} />
      {last && <circle cx={last[0]} cy={last[1]} r="3" />}
    </svg>
  );
}
