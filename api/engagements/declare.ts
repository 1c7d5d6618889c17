/** 收入申报: looked at, stored, and said to the case: on the open turn of its period, or as a correction of what was accepted. */
import { randomUUID } from 'node:crypto';
import type { CaseRules } from '../../processes/case.ts';
import { parseForm } from '../../processes/form-errors.ts';
import {
  checkDeclaration,
  type DeclarationForm,
  declarationForm,
} from '../../processes/part-time-income/declaration.ts';
import { type DeclarationPeriod, periodName, periodsOf } from '../../processes/part-time-income/periods.ts';
import type { Finding } from '../../processes/process.ts';
import { shanghaiDate } from '../../processes/working-days.ts';
import { actOnPost } from '../../workflows/messages.ts';
import { refuseForeignFiles } from '../applications.ts';
import type { Asker } from '../asker.ts';
import type { Call } from '../call.ts';
import { decideTurn } from '../decisions.ts';
import type { Needs } from '../needs.ts';
import { Problem, type ProblemFacts } from '../problems.ts';
import { orRefusal } from '../refusals.ts';
import { actorOf } from '../standing.ts';
import type { PostRow } from './post-rows.ts';
import { engagementStage } from './engagement-stage.ts';

interface Sent {
  period: string;
  form: unknown;
}

interface Looked {
  form?: DeclarationForm;
  findings: Finding[];
  errors: NonNullable<ProblemFacts['errors']>;
  /** The period was accepted before. */
  correction: boolean;
  state: string | null;
}

/** The rules on a declaration as it was typed. */
export async function lookAtDeclaration(
  { prisma }: Pick<Needs, 'prisma'>,
  row: PostRow,
  { period: key, form: typed }: Sent,
): Promise<Looked> {
  const [{ rules }, opened] = await Promise.all([
    prisma.case.findUniqueOrThrow({ where: { id: row.caseId }, select: { rules: true } }),
    prisma.declarationPeriod.findUnique({ where: { caseId_period: { caseId: row.caseId, period: key } } }),
  ]);
  const { declaration } = engagementStage(rules as unknown as CaseRules);
  const period = periodOf(row, declaration.every, key);
  const state = opened?.state ?? null;
  const correction = state === 'accepted';
  if (!period)
    return {
      ...{ findings: [], correction, state },
      errors: [{ path: 'period', message: notInForce(key) }],
    };
  const parsed = parseForm(declarationForm, typed);
  if (!parsed.ok)
    return {
      ...{ findings: [], correction, state },
      errors: parsed.errors.map(({ path, message }) => ({ path: path === '' ? 'form' : `form.${path}`, message })),
    };
  const post = { paid: row.paid, yearlyFen: Number(row.yearlyFen), equityFen: Number(row.equityFen) };
  const about = { post, period, again: correction, today: shanghaiDate(Date.now()), clause: declaration.clause };
  return { form: parsed.form, findings: checkDeclaration(parsed.form, about), errors: [], correction, state };
}

const periodOf = (row: PostRow, every: 'year' | 'quarter', key: string): DeclarationPeriod | undefined =>
  periodsOf({ startsOn: row.startsOn, endsOn: row.endedOn ?? row.endsOn }, every).find((period) => period.key === key);

const notInForce = (key: string) => {
  const { zh, en } = periodName(key);
  return { zh: `${zh}不是本兼职的申报期`, en: `The post has no declaration period ${en}` };
};

/** Throws BadRequest for its shape or a period not in force, RulesNotMet for its rules and files, NotAllowed while finance looks at one. */
export async function declareIncome(
  needs: Needs,
  row: PostRow,
  sent: Sent,
  { asker, idempotency, via, ip }: Pick<Call, 'idempotency' | 'via' | 'ip'> & { asker: Asker },
) {
  const { caseId } = row;
  const declarationId = idempotency?.caseId ?? randomUUID();
  const { form, findings, errors, correction, state } = await lookAtDeclaration(needs, row, sent);
  if (!form) throw new Problem('BadRequest', { errors });
  const broken = findings.filter(({ level }) => level === 'error');
  if (broken.length > 0)
    throw new Problem('RulesNotMet', {
      errors: broken.map(({ path = '', message }) => ({ path: path === '' ? 'period' : `form.${path}`, message })),
    });
  const { income, proof, correction: again } = form;
  const fileIds = [...new Set(proof.files)];
  await refuseForeignFiles(needs.prisma, fileIds, { applicantId: asker.id, caseId });
  const kept = await needs.prisma.incomeDeclaration.findUnique({ where: { id: declarationId } });
  if (!kept && state === 'filed') throw new Problem('NotAllowed', { detail: beingChecked });

  await needs.prisma.incomeDeclaration.createMany({
    data: {
      ...{ id: declarationId, caseId, period: sent.period, authorId: asker.id, fileIds },
      ...{ incomeFen: income.incomeFen, equityFen: income.equityFen, taxFen: income.taxFen },
      note: [income.note, again.reason].filter(Boolean).join('；') || null,
    },
    skipDuplicates: true,
  });
  try {
    const receipt = correction
      ? await correct(needs, { asker, via, caseId, period: sent.period, declarationId, reason: again.reason ?? '' })
      : await decideTurn(needs, {
          asker,
          assignmentId: await turnOf(needs, caseId, sent.period),
          body: { verdict: 'approve', data: { declarationId, period: sent.period } },
          decisionId: declarationId,
          ...{ via, ip },
        });
    return { ...receipt, declarationId, correction };
  } catch (error) {
    // Refused for good: nothing will name the row. After a time-out the case may still do so.
    if (error instanceof Problem && error.status < 500)
      await needs.prisma.incomeDeclaration.deleteMany({ where: { id: declarationId, state: 'pending' } });
    throw error;
  }
}

const beingChecked = {
  zh: '本期申报正在由学校财务核对；核对通过后可以更正，退回后重新申报。',
  en: 'Finance is looking at the declaration of this period: correct it once it is accepted, or declare again when it comes back.',
};

/** The teacher's turn of the period: the open one, or the last, so that a repeated call is answered. */
async function turnOf({ prisma }: Needs, caseId: string, period: string): Promise<string> {
  const turns = await prisma.assignment.findMany({
    where: { caseId, purpose: 'declare', subjectId: period },
    orderBy: { openedAt: 'desc' },
    select: { id: true, state: true },
  });
  const turn = turns.find(({ state }) => state === 'open') ?? turns[0];
  if (!turn) throw new Problem('NotOpen');
  return turn.id;
}

interface Correcting {
  asker: Asker;
  via: 'page' | 'api';
  caseId: string;
  period: string;
  declarationId: string;
  reason: string;
}

const correct = (needs: Needs, { asker, via, caseId, period, declarationId, reason }: Correcting) =>
  orRefusal(needs, null, () =>
    needs.messages.say({
      caseId,
      update: actOnPost,
      message: {
        actor: actorOf(asker, { as: { kind: 'person', userId: asker.id } }, via),
        act: { kind: 'correct-declaration', period, declarationId },
      },
      updateId: `correct:${declarationId}`,
      text: reason,
      authorId: asker.id,
    }),
  );
