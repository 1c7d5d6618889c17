import { timingSafeEqual } from 'node:crypto';
import { maskName } from '../../processes/masks.ts';
import type { Computation } from '../../processes/indicators/policy.ts';
import { basisPoints } from '../../processes/indicators/value.ts';
import { shanghaiDate } from '../../processes/working-days.ts';
import type { Handlers } from '../call.ts';
import { unitRef } from '../directory.ts';
import { openIn, readSchools } from '../indicators/computed/schools.ts';
import { readFigures } from '../indicators/figures.ts';
import type { Needs } from '../needs.ts';
import { Problem } from '../problems.ts';
import { certificateView } from '../views/certificate-view.ts';

export function certificateRoutes({
  prisma,
  policy,
  directory,
  publicUrl,
}: Needs): Handlers<'checkCertificate' | 'getRatio'> {
  return {
    async checkCertificate({ params, query }) {
      const row = await prisma.certificate.findUnique({ where: { number: params.number } });
      // A wrong code and an unknown number are the same answer: numbers cannot be counted through.
      if (!row || !sameText(row.checkCode, query.check)) throw new Problem('NotFound');
      const { caseId: _case, checkUrl: _url, ...view } = certificateView(row, await directory.units(), publicUrl);
      return { ...view, teacherName: maskName(row.teacherName) };
    },

    /** The indicator `dual-qualified-ratio` of this year, school by school. */
    async getRatio() {
      const indicator = policy.indicators.items.find(({ source }) => 'computed' in source && source.computed === RATIO);
      if (!indicator) throw new Problem('NotFound');
      const today = shanghaiDate(Date.now());
      const year = Number(today.slice(0, 4));
      const [figures, schools, units] = await Promise.all([
        readFigures({ prisma, policy, today }, [indicator]),
        readSchools(prisma),
        directory.units(),
      ]);
      const { byUnit } = figures.of(indicator, year);
      const { target } = figures.assess(indicator, year);
      const rows = openIn(schools, year).map(({ id }) => {
        const own = byUnit.find(({ unitId }) => unitId === id);
        return { unit: unitRef(units, id), ...share(year, own?.whole ?? 0, own?.part ?? 0) };
      });
      const sum = (pick: 'fullTime' | 'certified') => rows.reduce((total, row) => total + row[pick], 0);
      return {
        targetBp: target?.value ?? 0,
        clause: indicator.clause,
        schools: rows,
        all: share(year, sum('fullTime'), sum('certified')),
      };
    },
  };
}

const RATIO: Computation = 'dual-qualified';

/** Rounded down: 59.99 % is not 60 %. */
const share = (year: number, fullTime: number, certified: number) => ({
  year,
  fullTime,
  certified,
  ratioBp: fullTime === 0 ? null : basisPoints({ part: certified, whole: fullTime }),
});

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
