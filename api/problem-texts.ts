/** Status and words of every problem code. Part of the published API: a code never changes its meaning. */
import type { Bilingual } from '../processes/case.ts';

interface ProblemText {
  status: number;
  title: Bilingual;
  detail: Bilingual;
}

const text = (status: number, zh: [string, string], en: [string, string]): ProblemText => ({
  status,
  title: { zh: zh[0], en: en[0] },
  detail: { zh: zh[1], en: en[1] },
});

export const problemTexts = {
  // ── What was sent ──
  BadRequest: text(
    400,
    ['请求有误', '请按 errors 中的提示修改后再试。'],
    ['The request is not valid', 'Correct what `errors` lists and try again.'],
  ),
  MalformedJson: text(
    400,
    ['请求不是有效的 JSON', '请求正文无法解析。'],
    ['Not valid JSON', 'The body could not be parsed.'],
  ),
  UnsafeField: text(
    400,
    ['字段不被接受', '请求中含有不允许的字段或字符。'],
    ['A field is not accepted', 'The body holds a field or character that is never accepted.'],
  ),
  UnsupportedType: text(
    415,
    ['内容类型不支持', '请以 application/json 提交（上传文件用 multipart/form-data）。'],
    ['Content type not supported', 'Send application/json (multipart/form-data for uploads).'],
  ),
  TooLarge: text(413, ['内容过大', '请求正文超过 1 MB。'], ['Too large', 'The body is larger than 1 MB.']),
  BadCursor: text(
    400,
    ['翻页标记无效', '请从第一页重新开始。'],
    ['The cursor is not valid', 'Start again from the first page.'],
  ),
  KeyReused: text(
    422,
    ['重复提交标识已用于其他内容', '同一个 Idempotency-Key 只能用于同一份内容。'],
    ['Idempotency key reused', 'The same key was used for another request.'],
  ),

  FundShort: text(
    409,
    ['资金不足', '本次审定未生效，事项已退回重新审定。'],
    ['Not enough money in the fund', 'The award was not reserved; the turn is open again.'],
  ),
  VoucherUsed: text(
    409,
    ['凭证号已被使用', '本次登记未生效，请核对后重新登记。'],
    ['The voucher is used already', 'Nothing was entered; the turn is open again.'],
  ),

  // ── Who is asking ──
  SignInRequired: text(401, ['请先登录', '登录后才能继续。'], ['Sign in first', 'You have to sign in to go on.']),
  InvalidCredentials: text(
    401,
    ['登录失败', '邮箱或密码不正确。'],
    ['Sign-in failed', 'E-mail or password is not right.'],
  ),
  AccountLocked: text(
    423,
    ['账号已锁定', '连续 5 次密码错误，账号锁定 30 分钟。'],
    ['Account locked', 'Five wrong passwords in a row lock an account for 30 minutes.'],
  ),
  PasswordChangeRequired: text(
    403,
    ['请先修改密码', '首次登录须修改初始密码。'],
    ['Change your password first', 'The first password has to be changed.'],
  ),
  WeakPassword: text(
    422,
    ['密码过于简单', '密码至少 8 位，并包含大写字母、小写字母、数字、符号中的三类。'],
    ['The password is too weak', 'At least 8 characters of three of: upper case, lower case, digits, symbols.'],
  ),
  CrossSite: text(
    403,
    ['拒绝跨站请求', '请从本系统页面操作。'],
    ['Cross-site request refused', 'Act from the pages of this service.'],
  ),
  Forbidden: text(403, ['无权操作', '您的角色不能进行此操作。'], ['Not allowed', 'Your roles do not allow this.']),
  NotFound: text(
    404,
    ['没有找到', '不存在，或您无权查看。'],
    ['Not found', 'It does not exist, or you may not see it.'],
  ),
  MethodNotAllowed: text(
    405,
    ['方法不支持', '该地址不支持此方法。'],
    ['Method not allowed', 'This address does not take this method.'],
  ),
  TooManyRequests: text(429, ['操作过于频繁', '请稍后再试。'], ['Too many requests', 'Wait a little and try again.']),

  // ── What the case says ──
  AlreadyDecided: text(
    409,
    ['已经办理', '该待办已由他人办理。'],
    ['Already decided', 'Somebody decided this already.'],
  ),
  NotYours: text(403, ['不是您的待办', '该待办不由您办理。'], ['Not your turn', 'This turn is not yours to take.']),
  OwnCase: text(
    403,
    ['不能办理本人的事项', '申请人不得办理自己的申请（回避）。'],
    ['Your own case', 'Nobody decides on their own application.'],
  ),
  WrongRound: text(
    409,
    ['事项已进入新一轮', '页面内容已过期，请刷新后再办理。'],
    ['The case has moved on', 'Another round is open: reload before deciding.'],
  ),
  NotOpen: text(409, ['当前不能进行此操作', '该环节尚未开始或已经结束。'], ['Not open', 'This is not open now.']),
  CaseClosed: text(
    409,
    ['事项已办结', '事项已结束，不能再操作。'],
    ['The case is closed', 'The case has ended; nothing more can be done.'],
  ),
  NotAllowed: text(
    422,
    ['此操作不被允许', '该环节的规则不允许这样办理。'],
    ['The rules do not allow this', 'The rules of this stage do not allow it.'],
  ),
  OpinionRequired: text(
    422,
    ['请填写意见', '退回和不同意必须填写意见。'],
    ['An opinion is required', 'Returning and refusing need an opinion.'],
  ),
  NoItemsInYear: text(
    404,
    ['该年度没有可考核的任务', '请选择有任务的年度。'],
    ['No items in that year', 'There is nothing to assess; choose another year.'],
  ),
  LeadCannotClose: text(
    403,
    ['牵头单位不得自行销号', '联络员和报送过进度的人员不能为本任务销号，请由联席会议办公室其他人员办理。'],
    [
      'The lead cannot close its own item',
      'Whoever reported for the lead does not close the item; another member of the secretariat does.',
    ],
  ),
  BadDecisionData: text(
    422,
    ['办理内容有误', '请按 errors 中的提示修改。'],
    ['The decision is not complete', 'Correct what `errors` lists.'],
  ),
  UrgedTooSoon: text(
    429,
    ['催办过于频繁', '四小时内只能催办一次。'],
    ['Urged a moment ago', 'A case can be urged once in four hours.'],
  ),
  NobodyToUrge: text(409, ['当前无人可催', '目前没有等待办理的人员。'], ['Nobody to urge', 'Nobody has the turn now.']),
  OpenApplicationExists: text(
    409,
    ['已有在办申请', '您已有一件同类申请正在办理，办结后才能再次申请。'],
    ['An application is open', 'You already have an open application of this kind.'],
  ),
  RulesNotMet: text(
    422,
    ['暂不能提交', '有必须先解决的问题，见 errors。'],
    ['Cannot be sent yet', 'Some rules have to be met first: see `errors`.'],
  ),
  RegisterChanged: text(
    409,
    ['登记在预览之后已变动', '本次未写入，请重新预览后再导入。'],
    ['The register changed since the preview', 'Nothing was written: preview again, then import.'],
  ),
  DraftChanged: text(
    409,
    ['草稿已在别处修改', '另一个窗口保存了较新的内容。'],
    ['The draft changed elsewhere', 'Another window saved newer content.'],
  ),

  // ── Files ──
  FileMissing: text(400, ['没有收到文件', '请选择一个文件上传。'], ['No file', 'Send one part named `file`.']),
  FileTooLarge: text(
    422,
    ['文件过大', '单个文件不得超过 20 MB。'],
    ['The file is too large', 'A file may have at most 20 MB.'],
  ),
  FileTypeNotAllowed: text(
    422,
    ['文件类型不支持', '只接受 PDF、JPG、PNG、DOCX、XLSX 文件。'],
    ['File type not accepted', 'Only PDF, JPEG, PNG, DOCX and XLSX are accepted.'],
  ),
  FileTypeMismatch: text(
    422,
    ['文件内容与扩展名不符', '请上传真实格式的文件。'],
    ['The content is not what the name says', 'Upload the file under its true type.'],
  ),
  FileUnsafe: text(
    422,
    ['文件不安全', '压缩内容异常，未保存。'],
    ['The file is not safe', 'Its compressed content is abnormal; nothing was stored.'],
  ),

  // ── Mailed links ──
  LinkClosed: text(
    409,
    ['链接已失效', '该待办已转出、撤回或进入新一轮。'],
    ['The link is closed', 'The turn has moved on.'],
  ),
  LinkExpired: text(410, ['链接已过期', '请登录系统办理。'], ['The link has expired', 'Sign in to decide.']),
  NonceInvalid: text(
    409,
    ['请重新点击办理按钮', '办理凭据已过期或已使用。'],
    ['Press the button again', 'The one-time permission has expired or was used.'],
  ),

  // ── Faults ──
  Unavailable: text(
    503,
    ['服务暂时不可用', '数据库或流程引擎暂时无法连接，您填写的内容仍在本页，请稍后重试。'],
    [
      'Temporarily unavailable',
      'The database or the workflow engine cannot be reached. What you typed is kept; try again shortly.',
    ],
  ),
  StillWorking: text(
    503,
    ['正在处理', '处理时间较长，请稍后以同样的内容重试，不会重复办理。'],
    ['Still working', 'This takes longer than usual. Repeat the same request in a moment: it is not done twice.'],
  ),
  Internal: text(
    500,
    ['系统出错', '已记录，请稍后重试。'],
    ['Something went wrong', 'It was recorded; try again later.'],
  ),
} satisfies Record<string, ProblemText>;

export type ProblemCode = keyof typeof problemTexts;
