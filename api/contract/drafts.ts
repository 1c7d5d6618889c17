/** Before a case: drafts and uploads. */
import { z } from 'zod';
import { defineRoute } from './route.ts';
import { bilingual, id, idParams, instant, pageOf, paging, slug } from './shapes.ts';
import { looseForm } from './processes.ts';

export const draft = z.object({
  id,
  process: z.object({ slug: z.string(), name: bilingual }),
  /** Set when the draft corrects a returned case. */
  caseId: z.string().nullable(),
  title: z.string(),
  form: looseForm,
  createdAt: instant,
  updatedAt: instant,
});
export type Draft = z.infer<typeof draft>;

export const listDrafts = defineRoute({
  method: 'get',
  path: '/drafts',
  tag: 'drafts',
  summary: '草稿箱 My drafts',
  access: 'signed-in',
  query: z.strictObject(paging),
  status: 200,
  response: pageOf(draft.omit({ form: true })),
});

export const getDraft = defineRoute({
  method: 'get',
  path: '/drafts/:id',
  tag: 'drafts',
  summary: '草稿 One of my drafts',
  access: 'signed-in',
  params: idParams,
  status: 200,
  response: draft,
});

export const createDraft = defineRoute({
  method: 'post',
  path: '/drafts',
  tag: 'drafts',
  summary:
    '暂存 Start a draft; with `caseId` one that corrects a returned case (its form is copied when `form` is absent)',
  access: 'signed-in',
  body: z.strictObject({ process: slug, caseId: id.optional(), copyOf: id.optional(), form: looseForm.optional() }),
  status: 201,
  response: draft,
});

export const saveDraft = defineRoute({
  method: 'patch',
  path: '/drafts/:id',
  tag: 'drafts',
  summary: '自动保存 Save what was typed; `updatedAt` of the last read guards against another window',
  access: 'signed-in',
  params: idParams,
  body: z.strictObject({ form: looseForm, updatedAt: instant.optional() }),
  status: 200,
  response: draft.omit({ form: true }),
  problems: ['DraftChanged'],
});

export const deleteDraft = defineRoute({
  method: 'delete',
  path: '/drafts/:id',
  tag: 'drafts',
  summary: '删除草稿 Delete a draft',
  access: 'signed-in',
  params: idParams,
  status: 204,
});

export const file = z.object({
  id,
  name: z.string(),
  mime: z.string(),
  size: z.int(),
  sha256: z.string(),
  uploadedAt: instant,
});
export type FileView = z.infer<typeof file>;

export const uploadFile = defineRoute({
  method: 'post',
  path: '/files',
  tag: 'files',
  summary: '上传 Upload one file (PDF, JPEG, PNG, DOCX, XLSX; ≤ 20 MB), recognised by its content',
  access: 'signed-in',
  bodyKind: 'multipart',
  status: 201,
  response: file,
  problems: ['FileTooLarge', 'FileTypeNotAllowed', 'FileTypeMismatch', 'FileUnsafe'],
});

export const getFile = defineRoute({
  method: 'get',
  path: '/files/:id',
  tag: 'files',
  summary: '下载 Download, always as an attachment',
  access: 'signed-in',
  params: idParams,
  status: 200,
  produces: 'application/octet-stream',
});

export const deleteFile = defineRoute({
  method: 'delete',
  path: '/files/:id',
  tag: 'files',
  summary: '移除 Delete an upload no case holds yet',
  access: 'signed-in',
  params: idParams,
  status: 204,
});
