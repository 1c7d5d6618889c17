/** Fills the application as a person does: types, chooses, adds rows, uploads. */
import type { Locator, Page } from 'playwright-core';
import { formatYuan } from '../../processes/money.ts';
import type { FieldSchema, Form } from '../../web/desk/form/field-schema.ts';

export interface Evidence {
  slot: string;
  name: string;
  buffer: Buffer;
}

type Value = string | number | boolean;

/** `schema` is the JSON Schema the page itself drew the form from. */
export async function fillForm(page: Page, schema: FieldSchema, form: Form, evidence: Evidence[]): Promise<void> {
  for (const [section, sectionSchema] of Object.entries(schema.properties ?? {})) {
    for (const [name, field] of Object.entries(sectionSchema.properties ?? {})) {
      const path = `${section}.${name}`;
      const value = (form[section] as Form | undefined)?.[name];
      if (field.widget === 'files')
        await uploadTo(
          page,
          path,
          evidence.filter(({ slot }) => slot === name),
        );
      else if (field.widget === 'rows') await fillRows(page, path, field, (value ?? []) as Form[]);
      else if (value !== undefined) await fillField(page, path, field, value as Value);
    }
  }
}

const at = (page: Page, path: string): Locator => page.locator(`[id="field-${path}"]`);

async function fillRows(page: Page, path: string, field: FieldSchema, rows: Form[]): Promise<void> {
  for (const [index, row] of rows.entries()) {
    await at(page, path).getByRole('button', { name: /^添加/ }).click();
    for (const [name, column] of Object.entries(field.items?.properties ?? {})) {
      if (row[name] !== undefined) await fillField(page, `${path}.${index}.${name}`, column, row[name] as Value);
    }
  }
}

async function fillField(page: Page, path: string, field: FieldSchema, value: Value): Promise<void> {
  const place = at(page, path);
  const text = String(value);
  switch (field.widget) {
    case 'radio':
      return place.getByText(labelOf(field, value), { exact: true }).click();
    case 'checkbox':
      return place.getByRole('checkbox').setChecked(value === true);
    case 'select':
      return choose(page, place, labelOf(field, value));
    case 'money':
      // Pasted as it stands in a budget table.
      return place.locator('input').fill(`${formatYuan(value as number)}元`);
    default:
      return place.locator('input, textarea').first().fill(text);
  }
}

/** A list that opens while the page is busy may take the click for a click beside it: a person looks, and chooses again. */
async function choose(page: Page, place: Locator, label: string): Promise<void> {
  const select = place.locator('.ant-select');
  for (let attempt = 1; ; attempt++) {
    await select.click();
    await page.locator('.ant-select-dropdown:visible').getByText(label, { exact: true }).click();
    const shown = select.getByText(label, { exact: true }).waitFor({ timeout: attempt < 4 ? 2_000 : 15_000 });
    if (
      await shown.then(
        () => true,
        (error: unknown) => attempt === 4 && Promise.reject(error),
      )
    )
      return;
  }
}

const labelOf = (field: FieldSchema, value: unknown): string =>
  field.options?.find((option) => option.value === value)?.zh ?? `no option ${JSON.stringify(value)}`;

async function uploadTo(page: Page, path: string, evidence: Evidence[]): Promise<void> {
  if (evidence.length === 0) return;
  await at(page, path)
    .locator('input[type=file]')
    .setInputFiles(evidence.map(({ name, buffer }) => ({ name, buffer, mimeType: 'application/pdf' })));
  for (const { name } of evidence) await at(page, path).getByRole('link', { name }).waitFor();
}
