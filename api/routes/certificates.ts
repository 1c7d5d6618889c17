import { timingSafeEqual } from 'node:crypto';
import { maskName } from '../../processes/masks.ts';
import { shanghaiDate } from '../../processes/working-days.ts';
import type { Handlers } from '../call.ts';
import { unitRef } from '../directory.ts';
import type { Needs } from '../needs.ts';
import { Problem } from '../problems.ts';
import { certificateView } from '../views/certificate-view.ts';

/** 二(二): at least 60 % of full-time teachers. */
const TARGET_BP = 6000;

export function certificateRoutes({ prisma, directory, publicUrl }: Needs): Handlers<'checkCertificate' | 'getRatio'> {
  return {
    async checkCertificate({ params, query }) {
      const row = await prisma.certificate.findUnique({ where: { number: params.number } });
      // A wrong code and an unknown number are the same answer: numbers cannot be counted through.
      if (!row || !sameText(row.checkCode, query.check)) throw new Problem('NotFound');
      const { caseId: _case, checkUrl: _url, ...view } = certificateView(row, await directory.units(), publicUrl);
      return { ...view, teacherName: maskName(row.teacherName) };
    },

    /** Valid certificates of distinct teachers against the newest head count of each school. */
    async getRatio() {
      const [schools, counts, certified, units] = await Promise.all([
        prisma.unit.findMany({ where: { kind: 'school' }, orderBy: { id: 'asc' }, select: { id: true } }),
        prisma.headCount.findMany({ orderBy: { year: 'desc' } }),
        prisma.certificate.groupBy({ by: ['unitId', 'teacherId'], where: { state: 'valid' } }),
        directory.units(),
      ]);
      const year = Number(shanghaiDate(Date.now()).slice(0, 4));
      const rows = schools.map(({ id }) => {
        const newest = counts.find(({ unitId }) => unitId === id);
        return {
          unit: unitRef(units, id),
          ...share(newest?.year ?? year, newest?.fullTime ?? 0, certified.filter(({ unitId }) => unitId === id).length),
        };
      });
      const sum = (pick: 'fullTime' | 'certified') => rows.reduce((total, row) => total + row[pick], 0);
      return {
        targetBp: TARGET_BP,
        clause: '二(二)',
        schools: rows,
        all: share(year, sum('fullTime'), sum('certified')),
      };
    },
  };
}

/** Rounded down: 59.99 % is not 60 %. */
const share = (year: number, fullTime: number, certified: number) => ({
  year,
  fullTime,
  certified,
  ratioBp: fullTime === 0 ? null : Math.floor((certified * 10_000) / fullTime),
});

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
