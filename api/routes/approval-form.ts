import { approvalFormPdf } from '../../paper/approval-form.ts';
import type { CaseRules } from '../../processes/case.ts';
import { processBySlug } from '../../processes/catalogue.ts';
import type { Handlers } from '../call.ts';
import { unitRef } from '../directory.ts';
import type { Needs } from '../needs.ts';
import { approvalForm } from '../views/approval-form.ts';
import { readCaseView } from '../views/case-view.ts';
import { decidingUnits } from '../views/deciding-units.ts';
import type { HandedOn } from '../views/deciding-units.ts';
import { readTimeline } from '../views/timeline.ts';

export function approvalFormRoutes(needs: Needs): Handlers<'getApprovalForm'> {
  const { prisma, door, directory, policy, publicUrl } = needs;
  return {
    async getApprovalForm({ asker, params: { id }, ip, response }) {
      const entered = await door.enter(asker, id, ip);
      const { rules: stored, process } = await prisma.case.findUniqueOrThrow({
        where: { id },
        select: { rules: true, process: true },
      });
      const rules = stored as unknown as CaseRules;
      const [view, events, turns, transfers, units] = await Promise.all([
        readCaseView(needs, asker, entered),
        readTimeline(needs, { caseId: id, rules, after: 0, sight: entered.sight }),
        prisma.assignment.findMany({ where: { caseId: id } }),
        prisma.event.findMany({ where: { caseId: id, kind: 'transferred' }, select: { facts: true } }),
        directory.units(),
      ]);
      const handedOn = transfers.map(({ facts }) => facts as unknown as HandedOn);
      const speaksFor = decidingUnits(rules, turns, handedOn);
      const form = approvalForm({
        view,
        events,
        turns,
        unitName: (turn) => {
          const unitId = speaksFor.get(turn.id);
          return unitId === undefined ? null : unitRef(units, unitId).name.zh;
        },
        forUnit: !processBySlug(process)?.applicantRoles.includes('teacher'),
        district: policy.district,
        publicUrl,
        now: new Date(),
      });
      const pdf = await approvalFormPdf(form);
      response.attachment(`${form.process}审批表-${form.number}.pdf`).type('application/pdf');
      response.set('Cache-Control', 'private, no-store').send(pdf);
    },
  };
}
