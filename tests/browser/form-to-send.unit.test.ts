import { expect, it } from 'vitest';
import { formToSend, holdsIn, type FieldSchema } from '../../web/desk/form/field-schema.ts';

const schema: FieldSchema = {
  properties: {
    employment: {
      type: 'object',
      section: true,
      properties: {
        post: { widget: 'radio' },
        engagedFrom: { widget: 'date', showWhen: { path: 'employment.post', in: ['part-time', 'external'] } },
        note: { widget: 'text' },
      },
    },
    practice: {
      type: 'object',
      section: true,
      properties: {
        periods: { type: 'array', widget: 'rows', items: { type: 'object', properties: { post: {}, days: {} } } },
      },
    },
  },
};

it('leaves out what is empty and what is not shown, and keeps rows in their places', () => {
  const typed = {
    employment: { post: 'full-time', engagedFrom: '2024-01-01', note: '' },
    practice: { periods: [{ post: '', days: 3 }, {}, { post: '工艺员', days: null }] },
  };
  expect(formToSend(schema, typed)).toEqual({
    employment: { post: 'full-time' },
    practice: { periods: [{ days: 3 }, {}, { post: '工艺员' }] },
  });
});

it('sends a field again once the choice that asks for it is made', () => {
  const typed = { employment: { post: 'part-time', engagedFrom: '2024-01-01' } };
  expect(formToSend(schema, typed)).toEqual({
    employment: { post: 'part-time', engagedFrom: '2024-01-01' },
    practice: { periods: [] },
  });
});

it('shows an option only while every one of its conditions holds', () => {
  const both = [
    { path: 'a.track', in: ['secondary'] },
    { path: 'a.level', in: ['junior', 'senior'] },
  ];
  expect(holdsIn({ a: { track: 'secondary', level: 'senior' } }, both)).toBe(true);
  expect(holdsIn({ a: { track: 'secondary' } }, both)).toBe(false);
  expect(holdsIn({}, undefined)).toBe(true);
});
