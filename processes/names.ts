/** What the office calls things (domain.md §1, §7): one word for one thing on every screen, in every mail and document. */
import type {
  AssignmentState,
  Bilingual,
  BusinessState,
  CaseState,
  Purpose,
  ResubmissionRoute,
  Role,
  StageKind,
  StageState,
  Verdict,
} from './case.ts';

const both = (zh: string, en: string): Bilingual => ({ zh, en });

export const caseStateNames: Record<CaseState, Bilingual> = {
  'in-review': both('审批中', 'In review'),
  'awaiting-correction': both('待补正', 'Awaiting correction'),
  returned: both('已退回', 'Returned'),
  'on-notice': both('公示中', 'On public notice'),
  objection: both('异议处理', 'Objection under investigation'),
  approved: both('已通过', 'Approved'),
  rejected: both('未通过', 'Not approved'),
  withdrawn: both('已撤回', 'Withdrawn'),
  lapsed: both('逾期未补正', 'Correction period lapsed'),
  terminated: both('已终止', 'Terminated'),
  archived: both('已归档', 'Archived'),
};

export const businessStateNames: Record<BusinessState, Bilingual> = {
  certified: both('已发证', 'Certified'),
  expired: both('证书到期', 'Certificate expired'),
  revoked: both('证书已撤销', 'Certificate revoked'),
  awarded: both('已立项', 'Awarded'),
  paying: both('拨付中', 'Being paid'),
  paid: both('已拨付', 'Paid'),
  rectifying: both('整改中', 'Being rectified'),
  'clawing-back': both('收回中', 'Being clawed back'),
  'clawed-back': both('已收回', 'Clawed back'),
  released: both('资金已释放', 'Money released'),
  completed: both('已办结', 'Completed'),
  'carrying-out': both('推进中', 'Being carried out'),
  'closed-out': both('已销号', 'Closed out'),
  published: both('已印发', 'Published'),
  'in-force': both('在期', 'In force'),
  suspended: both('暂停', 'Suspended'),
  ended: both('已到期', 'Ended'),
  'ended-early': both('已终止', 'Ended early'),
};

export const assignmentStateNames: Record<AssignmentState, Bilingual> = {
  open: both('待办理', 'Open'),
  approved: both('已同意', 'Approved'),
  returned: both('已退回', 'Returned'),
  rejected: both('不同意', 'Refused'),
  recused: both('已回避', 'Recused'),
  transferred: both('已转办', 'Transferred'),
  delegated: both('委派中', 'Delegated'),
  'awaiting-signer': both('加签等待', 'Waiting for a signer'),
  submitted: both('已提交', 'Submitted'),
  skipped: both('已跳过', 'Skipped'),
  cancelled: both('已取消', 'Cancelled'),
};

export const stageStateNames: Record<StageState, Bilingual> = {
  open: both('办理中', 'Open'),
  suspended: both('已中止计时', 'Clock stopped'),
  passed: both('已通过', 'Passed'),
  returned: both('已退回', 'Returned'),
  rejected: both('未通过', 'Refused'),
  cancelled: both('已取消', 'Cancelled'),
};

export const stageKindNames: Record<StageKind, Bilingual> = {
  review: both('审核', 'Review'),
  countersign: both('会签', 'Countersign'),
  panel: both('专家评审', 'Expert panel'),
  notice: both('公示', 'Public notice'),
  certificate: both('发证', 'Certificate'),
  award: both('立项', 'Award'),
  payment: both('拨付', 'Payment'),
  evaluation: both('绩效评价', 'Performance evaluation'),
  task: both('推进落实', 'Carrying out'),
  topics: both('征集议题', 'Topics'),
  drafting: both('拟稿', 'Drafting'),
  publication: both('印发', 'Publication'),
  engagement: both('在期', 'Post in force'),
};

export const purposeNames: Record<Purpose, Bilingual> = {
  decide: both('审批', 'Decision'),
  vote: both('投票', 'Vote'),
  score: both('评分', 'Score'),
  coordinate: both('协调', 'Coordination'),
  'appoint-panel': both('指定专家', 'Name experts'),
  investigate: both('异议调查', 'Investigate objection'),
  correct: both('补正', 'Correction'),
  consult: both('征求意见', 'Consultation'),
  'sign-after': both('加签', 'Added signature'),
  report: both('提交报告', 'Report'),
  accept: both('验收', 'Acceptance'),
  pay: both('拨付', 'Payment'),
  evaluate: both('绩效评价', 'Performance evaluation'),
  rectify: both('整改', 'Rectification'),
  'claw-back': both('收回资金', 'Clawback'),
  recover: both('确认收回到账', 'Confirm money returned'),
  progress: both('报送进度', 'Report progress'),
  extend: both('延期审批', 'Approve an extension'),
  confirm: both('配合确认', 'Confirmation'),
  'close-out': both('销号', 'Close-out'),
  'send-topics': both('报送议题', 'Send topics'),
  'set-agenda': both('编排议程', 'Set the agenda'),
  'write-minutes': both('撰写纪要', 'Write the minutes'),
  declare: both('收入申报', 'Declare income'),
  'check-declaration': both('核对申报', 'Check declaration'),
};

export const verdictNames: Record<Verdict, Bilingual> = {
  approve: both('同意', 'Approve'),
  return: both('退回', 'Return'),
  reject: both('不同意', 'Refuse'),
  recuse: both('回避', 'Recuse'),
};

export const resubmissionNames: Record<ResubmissionRoute, Bilingual> = {
  'step-by-step': both('逐级', 'Step by step'),
  direct: both('直达', 'Straight back'),
};

export const roleNames: Record<Role, Bilingual> = {
  teacher: both('教师', 'Teacher'),
  clerk: both('经办人', 'Clerk'),
  reviewer: both('审核人', 'Reviewer'),
  principal: both('校长', 'Principal'),
  leader: both('分管领导', 'Leader in charge'),
  expert: both('专家', 'Expert'),
  secretariat: both('联席会议办公室', 'Joint-meeting secretariat'),
  'fund-manager': both('基金管理员', 'Fund manager'),
  finance: both('财务人员', 'Finance'),
  auditor: both('审计', 'Auditor'),
  administrator: both('管理员', 'Administrator'),
};
