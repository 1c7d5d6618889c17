import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { Problem } from '../../../api/contract/problem.ts';
import { RouteLine } from '../../pieces/route-line.tsx';
import { chooseLanguage, useWords } from '../../words/language.ts';
import { api, problemOf } from '../api.ts';
import { takeSignedOutWhy } from '../sign-out.ts';
import { useSignInProblem } from './sign-in-problem.ts';

export function SignInPage() {
  const { t, language } = useWords();
  const cache = useQueryClient();
  const [why] = useState(takeSignedOutWhy);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const said = useSignInProblem(problem);
  const enter = async (body: { email: string; password: string }) => {
    setBusy(true);
    try {
      await api.signIn({ body });
      await cache.resetQueries({ queryKey: ['me'] });
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="sign-in">
      <section className="sign-in-about" aria-hidden="true">
        <p className="sign-in-mark">
          <span className="seal">联</span>
          <b>{t('brand.name')}</b>
        </p>
        <h2>{t('signIn.motto')}</h2>
        <RouteLine
          down
          label=""
          stations={(['apply', 'school', 'panel', 'notice', 'bureau', 'certificate'] as const).map((step, index) => ({
            key: step,
            name: t(`signIn.steps.${step}`),
            place: index < 3 ? 'done' : index === 3 ? 'now' : 'future',
            notes: [],
          }))}
        />
        <small>{t('brand.office')}</small>
      </section>
      <main className="sign-in-form">
        <button
          type="button"
          className="sign-in-language"
          onClick={() => void chooseLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {language === 'zh' ? 'English' : '中文'}
        </button>
        <div>
          <p className="sign-in-mark small">
            <span className="seal" aria-hidden="true">
              联
            </span>
            <b>{t('brand.name')}</b>
          </p>
          <h1>{t('signIn.title')}</h1>
          <p className="soft">{t('brand.office')}</p>
          {why === 'idle' && <p className="note-box amber">{t('signIn.idle')}</p>}
          {said && (
            <p className="note-box seal" role="alert">
              {said}
            </p>
          )}
          <Form
            layout="vertical"
            requiredMark={false}
            onFinish={(typed: { email: string; password: string }) => void enter(typed)}
          >
            <Form.Item
              name="email"
              label={t('signIn.email')}
              rules={[{ required: true, type: 'email', message: t('signIn.emailNeeded') }]}
              validateTrigger="onBlur"
            >
              <Input size="large" autoComplete="username" inputMode="email" autoFocus />
            </Form.Item>
            <Form.Item
              name="password"
              label={t('signIn.password')}
              rules={[{ required: true, message: t('signIn.passwordNeeded') }]}
            >
              <Input.Password size="large" autoComplete="current-password" />
            </Form.Item>
            <Button type="primary" htmlType="submit" size="large" block loading={busy}>
              {t('signIn.go')}
            </Button>
          </Form>
          <p className="note">{t('signIn.help')}</p>
          <p className="sign-in-public">
            <a href="/notices">{t('nav.notices')}</a>
            <a href="/certificates">{t('check.title')}</a>
          </p>
        </div>
      </main>
    </div>
  );
}
