import { describe, expect, it } from 'vitest';
import { SettingsError, apiSettings, startSettings, workerSettings } from '../config.ts';

const complete = {
  DATABASE_URL: 'postgresql://lianban:secret-word@db:5432/lianban',
  TEMPORAL_ADDRESS: 'temporal:7233',
  PUBLIC_URL: 'https://lianban.example.cn/',
  STORAGE_URL: 'file:///var/lib/lianban/files',
  AUTH_SECRET: 'a'.repeat(32),
  SMTP_URL: 'smtp://mail:25',
};

describe('a process', () => {
  it('gets its settings, defaults filled in', () => {
    expect(apiSettings(complete)).toMatchObject({
      PORT: 3000,
      PUBLIC_URL: 'https://lianban.example.cn',
      TEMPORAL_NAMESPACE: 'default',
    });
    expect(workerSettings({ ...complete, WORKER_QUEUES: 'mail, rounds' }).WORKER_QUEUES).toEqual(['mail', 'rounds']);
  });

  it('hears of every missing setting at once', () => {
    expect(problems(() => apiSettings({}))).toEqual([
      'DATABASE_URL',
      'TEMPORAL_ADDRESS',
      'PUBLIC_URL',
      'STORAGE_URL',
      'AUTH_SECRET',
    ]);
  });

  it('takes an empty setting as not set', () => {
    expect(apiSettings({ ...complete, PORT: '' }).PORT).toBe(3000);
    expect(problems(() => apiSettings({ ...complete, DATABASE_URL: ' ' }))).toEqual(['DATABASE_URL']);
  });

  it.each([
    ['PORT', '80 80'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['DATABASE_URL', 'mysql://root:secret-word@db/x'],
    ['DATABASE_URL', 'lianban'],
    ['TEMPORAL_ADDRESS', 'http://temporal:7233'],
    ['PUBLIC_URL', 'lianban.example.cn'],
    ['STORAGE_URL', '/var/lib/files'],
    ['AUTH_SECRET', 'short-secret-word'],
    ['LOG_LEVEL', 'loud'],
    ['TRUST_PROXY', 'true'],
  ])('refuses %s=%s by name, without showing the value', (name, value) => {
    const wrong = () => apiSettings({ ...complete, [name]: value });
    expect(problems(wrong)).toEqual([name]);
    expect(wrong).toThrow(new RegExp(`${name} must .*found: a text of ${value.length} characters`));
    expect(wrong).not.toThrow('secret-word');
  });

  it.each(['cases,other', ','])('refuses WORKER_QUEUES=%s', (value) => {
    expect(problems(() => workerSettings({ ...complete, WORKER_QUEUES: value }))).toEqual(['WORKER_QUEUES']);
  });

  it.each(['office', '联办 <a@b.cn>\r\nBcc: x@y.cn', 'a@b@c'])('refuses MAIL_FROM=%j', (value) => {
    expect(problems(() => workerSettings({ ...complete, MAIL_FROM: value }))).toEqual(['MAIL_FROM']);
  });
});

it('npm start needs no setting, and still checks those that are given', () => {
  expect(startSettings({}).DATABASE_URL).toBeUndefined();
  expect(problems(() => startSettings({ DATABASE_URL: 'x', SMTP_URL: 'y' }))).toEqual(['DATABASE_URL', 'SMTP_URL']);
});

function problems(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof SettingsError) return error.problems.map(({ setting }) => setting);
    throw error;
  }
  return [];
}
