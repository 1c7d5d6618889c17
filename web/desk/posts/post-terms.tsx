import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { EngagementDetail } from '../../../api/contract/engagements.ts';
import { formatYuan } from '../../../processes/money.ts';
import { sayDay, sayFullDay } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { useSayTerms } from './use-say-terms.ts';

/** 备案条款: the terms in force, what they followed, and what was declared under them. */
export function PostTerms({ post }: { post: EngagementDetail }) {
  const { t, say, language } = useWords();
  const terms = useSayTerms();
  const { incomeFen, equityFen, taxFen } = post.declared;
  const linked = (ref: { id: string; number: string }) => <Link to={`/posts/${ref.id}`}>{ref.number}</Link>;
  const facts: [string, ReactNode][] = [
    [t('posts.facts.teacher'), post.teacher.name],
    [t('posts.facts.school'), say(post.school.name)],
    [t('posts.facts.host'), post.host.name],
    ...(post.host.code ? [[t('posts.facts.code'), post.host.code] as [string, ReactNode]] : []),
    [t('posts.facts.kind'), say(post.kind.name)],
    [t('posts.facts.sector'), say(post.sector.name)],
    [t('posts.facts.post'), post.postTitle],
    [t('posts.facts.term'), terms.term(post)],
    ...(post.endedOn ? [[t('posts.facts.ended'), sayFullDay(post.endedOn, language)] as [string, ReactNode]] : []),
    [t('posts.facts.hours'), terms.hours(post)],
    [t('posts.facts.pay'), terms.pay(post)],
    [t('posts.facts.registered'), sayDay(post.registeredAt, language)],
    [
      t('posts.facts.declared'),
      <span key="declared">
        {t('posts.amounts.income')} {formatYuan(incomeFen)}，{t('posts.amounts.equity')} {formatYuan(equityFen)}，
        {t('posts.amounts.tax')} {formatYuan(taxFen)}
        <small className="soft block">{t('posts.notCounted')}</small>
      </span>,
    ],
    ...(post.renews ? [[t('posts.facts.renews'), linked(post.renews)] as [string, ReactNode]] : []),
    ...(post.renewedBy ? [[t('posts.facts.renewedBy'), linked(post.renewedBy)] as [string, ReactNode]] : []),
  ];
  return (
    <>
      <section className="card">
        <h2>{t('posts.terms')}</h2>
        <dl className="facts">
          {facts.map(([name, value]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      {post.versions.length > 1 && (
        <section className="card">
          <h2>{t('posts.versions.title')}</h2>
          <ul className="plain-list">
            {post.versions.toReversed().map((one) => (
              <li key={one.version}>
                <span>
                  <b>{t('posts.versions.number', { version: one.version })}</b> {one.host} · {one.postTitle}
                  <small className="soft block">{[terms.term(one), terms.hours(one), terms.pay(one)].join('　')}</small>
                </span>
                <span className="soft">{t('posts.versions.from', { on: sayDay(one.registeredAt, language) })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
