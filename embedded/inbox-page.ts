import type { ParsedMail } from 'mailparser';
import type { CaughtMail } from './caught-mails.ts';

/** The list of mails, for one person or all. */
export const listPage = (mails: CaughtMail[], person: string | undefined): string =>
  page(
    '邮件收件箱 · Mail inbox',
    `<header><h1>邮件收件箱</h1><p>所有发出的邮件都停在这里,不会离开本机。<span lang="en">Every mail stays on this machine.</span></p>
<form><input name="to" type="search" placeholder="收件人 · recipient" value="${escaped(person ?? '')}"><button>查找</button></form></header>
<main>${mails.length === 0 ? '<p class="none">还没有邮件 · no mail yet</p>' : `<ul>${mails.map(row).join('')}</ul>`}</main>
<script>setTimeout(() => { if (document.activeElement?.tagName !== 'INPUT') location.reload(); }, 5000);</script>`,
  );

const row = ({ id, at, to, subject }: CaughtMail) =>
  `<li><a href="/mails/${id}"><time>${time(at)}</time><b>${escaped(subject)}</b><span>${escaped(to.join(', '))}</span></a></li>`;

/** One mail: its heads, its body in a frame without scripts, its attachments. */
export const mailPage = (
  { id, at, from, to, subject }: CaughtMail,
  { attachments, messageId, html }: ParsedMail,
): string =>
  page(
    subject,
    `<header><p><a href="/">← 收件箱</a></p><h1>${escaped(subject)}</h1>
<dl><dt>收件人</dt><dd>${escaped(to.join(', '))}</dd><dt>发件人</dt><dd>${escaped(from)}</dd><dt>时间</dt><dd>${time(at)}</dd>
<dt>Message-ID</dt><dd>${escaped(messageId ?? '')}</dd></dl>
<p class="ways"><a href="/mails/${id}/text">纯文本 · text</a><a href="/mails/${id}/raw">原文 · source</a>${attachments
      .map(
        (each, index) =>
          `<a href="/mails/${id}/attachments/${index}" download>📎 ${escaped(each.filename ?? '附件')}</a>`,
      )
      .join('')}</p></header>
<iframe title="邮件正文" src="/mails/${id}/${html ? 'html' : 'text'}"
  sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`,
  );

/** The mail's own HTML; its links open in a new tab. */
export const mailBody = (html: string): string => `<base target="_blank">${html}`;

const page = (title: string, body: string) => `<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(title)}</title><style>
*{box-sizing:border-box}body{margin:0;font:15px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1f2933;background:#f4f6f8;
display:flex;flex-direction:column;min-height:100vh}header,main{width:100%;max-width:960px;margin:0 auto;padding:16px 20px}
h1{font-size:20px;margin:0 0 4px}header p{margin:0 0 12px;color:#52606d}a{color:#0b5cad;text-decoration:none}form{display:flex;gap:8px}
input{flex:1;padding:7px 10px;border:1px solid #cbd2d9;border-radius:6px;font:inherit}button{padding:7px 16px;border:0;border-radius:6px;background:#0b5cad;color:#fff;font:inherit}
ul{list-style:none;margin:0;padding:0;background:#fff;border:1px solid #e4e7eb;border-radius:8px}li+li{border-top:1px solid #eef1f4}
li a{display:grid;grid-template-columns:110px 1fr auto;gap:12px;padding:10px 14px;color:inherit}li a:hover{background:#f0f6fc}
time,li span{color:#616e7c;font-variant-numeric:tabular-nums}b{font-weight:600;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.none{color:#616e7c;text-align:center;padding:48px}
dl{display:grid;grid-template-columns:auto 1fr;gap:2px 12px;margin:8px 0}dt{color:#616e7c}dd{margin:0;overflow-wrap:anywhere}.ways{display:flex;flex-wrap:wrap;gap:14px}
iframe{flex:1;min-height:70vh;width:100%;max-width:960px;margin:0 auto 20px;border:1px solid #e4e7eb;border-radius:8px;background:#fff}
@media(max-width:600px){li a{grid-template-columns:1fr;gap:0}}</style><body>${body}`;

const time = (at: string) =>
  new Date(at).toLocaleString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
