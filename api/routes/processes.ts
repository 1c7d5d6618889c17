import { allProcesses } from '../../processes/catalogue.ts';
import type { AnyProcess } from '../../processes/catalogue.ts';
import type { CaseRules } from '../../processes/case.ts';
import { formJsonSchema } from '../../processes/form-json-schema.ts';
import type { Policy } from '../../processes/policy.ts';
import { shanghaiDate } from '../../processes/working-days.ts';
import { applicantUnit, checkApplication, checkContext, processOr404 } from '../applications.ts';
import type { Asker } from '../asker.ts';
import type { Handlers } from '../call.ts';
import type { Needs } from '../needs.ts';
import { ruleText } from '../office-clock.ts';

export function processRoutes({
  prisma,
  policy,
  clock,
}: Needs): Handlers<'listProcesses' | 'getProcess' | 'checkForm'> {
  return {
    listProcesses: async ({ asker }) => ({
      items: allProcesses.map((definition) => summary(definition, asker, policy)),
    }),

    async getProcess({ asker, params }) {
      const definition = processOr404(params.slug);
      const { stages } = rulesFor(definition, asker);
      const ends = (await clock.read()).chain(
        Date.now(),
        stages.map(({ deadline }) => deadline),
      );
      return {
        ...summary(definition, asker, policy),
        policyVersion: policy.version,
        stages: stages.map(({ slug, kind, name, clause, deadline }, index) => ({
          slug,
          kind,
          name,
          clause,
          deadline,
          deadlineText: ruleText(deadline),
          expectedOn: shanghaiDate((ends[index] ?? Date.now()) - 1),
        })),
        form: formJsonSchema(definition, policy),
      };
    },

    async checkForm({ asker, params, body, language }) {
      const definition = processOr404(params.slug);
      const context = await checkContext(
        { prisma, policy },
        {
          process: definition.slug,
          applicantId: asker.id,
          unitId: applicantUnit(asker, definition, policy),
          ...(body.caseId !== undefined && { exceptCaseId: body.caseId }),
        },
      );
      const { findings, errors } = checkApplication(definition, body.form, context);
      return {
        findings,
        errors: errors.map(({ path, message }) => ({ path, message: message[language] })),
        maySubmit: errors.length === 0 && findings.every(({ level }) => level !== 'error'),
      };
    },
  };

  /** The stages as they would be for the asker's own unit; an onlooker sees them for the office itself. */
  function rulesFor(definition: AnyProcess, asker: Asker): CaseRules {
    const unitId =
      applicantUnit(asker, definition, policy) ?? asker.memberships[0]?.unitId ?? policy.administrator.unitId;
    return definition.rules(policy, { unitId }, undefined);
  }
}

const summary = (definition: AnyProcess, asker: Asker, policy: Policy) => {
  const { slug, name, summary: words, clause, madeOn = null, madeElsewhere = madeOn } = definition;
  const mayApply = applicantUnit(asker, definition, policy) !== null;
  return { slug, name, summary: words, clause, mayApply, madeElsewhere };
};
