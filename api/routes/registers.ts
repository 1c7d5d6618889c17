import { registers } from '../../processes/registers/registers.ts';
import type { Handlers } from '../call.ts';
import type { Asker } from '../asker.ts';
import type { Needs } from '../needs.ts';
import { Problem } from '../problems.ts';
import { changeRegister, previewRegister } from '../registers/change-register.ts';
import { mayKeep } from '../registers/keepers.ts';
import { registerSheet } from '../registers/register-sheet.ts';
import { registerChanges, registerView } from '../registers/register-view.ts';
import { receiveUpload } from '../uploads/receive-upload.ts';

type Names = 'getRegister' | 'listRegisterChanges' | 'previewRegister' | 'changeRegister' | 'exportRegister';

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function registerRoutes(needs: Needs): Handlers<Names> {
  const keep = (asker: Asker) => {
    if (!mayKeep(needs.policy, asker)) throw new Problem('Forbidden');
  };
  return {
    getRegister: ({ asker, params }) => registerView(needs, asker, params.register),
    listRegisterChanges: ({ params, query, language }) => registerChanges(needs, params.register, language, query),

    async previewRegister({ asker, params, language, request, response }) {
      keep(asker);
      return receiveUpload(request, response, (upload) => previewRegister(needs, params.register, upload, language));
    },

    async changeRegister({ asker, params, body }) {
      keep(asker);
      return changeRegister(needs, params.register, body, { userId: asker.id, reason: body.reason });
    },

    async exportRegister({ params, language, response }) {
      const sheet = await registerSheet(needs, params.register, language);
      response.attachment(`${registers[params.register].name.zh}.xlsx`).type(SPREADSHEET).send(sheet);
    },
  };
}
