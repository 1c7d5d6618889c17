/** The whole API, one definition a route. */
import { itemContract } from './action-items.ts';
import * as actLinks from './act-links.ts';
import * as acts from './acts.ts';
import * as assignments from './assignments.ts';
import * as audit from './audit.ts';
import * as calendar from './calendar.ts';
import * as cases from './cases.ts';
import * as certificates from './certificates.ts';
import { listCountersigns } from './countersigns.ts';
import * as drafts from './drafts.ts';
import * as engagements from './engagements.ts';
import * as fund from './fund.ts';
import * as income from './income.ts';
import * as indicators from './indicators.ts';
import * as leavers from './leavers.ts';
import { live } from './live.ts';
import * as me from './me.ts';
import * as meetings from './meetings.ts';
import * as notices from './notices.ts';
import { searchPeople } from './people.ts';
import * as processes from './processes.ts';
import * as registers from './registers.ts';
import type { Route } from './route.ts';
import * as signIn from './sign-in.ts';

export const contract = {
  signIn: signIn.signIn,
  signOut: signIn.signOut,
  changePassword: signIn.changePassword,
  getMe: me.getMe,
  listMyCertificates: me.listMyCertificates,
  listSubstitutes: me.listSubstitutes,
  createSubstitute: me.createSubstitute,
  changeSubstitute: me.changeSubstitute,
  deleteSubstitute: me.deleteSubstitute,
  listQuickPhrases: me.listQuickPhrases,
  createQuickPhrase: me.createQuickPhrase,
  changeQuickPhrase: me.changeQuickPhrase,
  deleteQuickPhrase: me.deleteQuickPhrase,
  listNotifications: me.listNotifications,
  listProcesses: processes.listProcesses,
  getProcess: processes.getProcess,
  checkForm: processes.checkForm,
  listDrafts: drafts.listDrafts,
  getDraft: drafts.getDraft,
  createDraft: drafts.createDraft,
  saveDraft: drafts.saveDraft,
  deleteDraft: drafts.deleteDraft,
  uploadFile: drafts.uploadFile,
  getFile: drafts.getFile,
  deleteFile: drafts.deleteFile,
  submitCase: cases.submitCase,
  listCases: cases.listCases,
  getCase: cases.getCase,
  listEvents: cases.listEvents,
  getApprovalForm: cases.getApprovalForm,
  withdrawCase: acts.withdrawCase,
  resubmitCase: acts.resubmitCase,
  urgeCase: acts.urgeCase,
  commentCase: acts.commentCase,
  copyCase: acts.copyCase,
  terminateCase: acts.terminateCase,
  proposeRevocation: acts.proposeRevocation,
  unmaskField: acts.unmaskField,
  countAssignments: assignments.countAssignments,
  listAssignments: assignments.listAssignments,
  batchApprove: assignments.batchApprove,
  decideAssignment: assignments.decideAssignment,
  transferAssignment: assignments.transferAssignment,
  delegateAssignment: assignments.delegateAssignment,
  addSigner: assignments.addSigner,
  claimAssignment: assignments.claimAssignment,
  getAct: actLinks.getAct,
  createActNonce: actLinks.createActNonce,
  uploadActFile: actLinks.uploadActFile,
  decideAct: actLinks.decideAct,
  listNotices: notices.listNotices,
  getNotice: notices.getNotice,
  fileObjection: notices.fileObjection,
  checkCertificate: certificates.checkCertificate,
  getRatio: certificates.getRatio,
  getDeadline: calendar.getDeadline,
  listCalendarYears: calendar.listCalendarYears,
  importCalendarYear: calendar.importCalendarYear,
  listCountersigns,
  getFund: fund.getFund,
  listFundEntries: fund.listFundEntries,
  getStatement: fund.getStatement,
  exportStatement: fund.exportStatement,
  recordSource: fund.recordSource,
  closeYear: fund.closeYear,
  listPaymentOrders: fund.listPaymentOrders,
  getPaymentOrder: fund.getPaymentOrder,
  handOverOrders: fund.handOverOrders,
  markOrderPaid: fund.markOrderPaid,
  reconcileFund: fund.reconcileFund,
  listSchoolFunding: fund.listSchoolFunding,
  getRegister: registers.getRegister,
  listRegisterChanges: registers.listRegisterChanges,
  previewRegister: registers.previewRegister,
  changeRegister: registers.changeRegister,
  exportRegister: registers.exportRegister,
  listIndicators: indicators.listIndicators,
  getIndicator: indicators.getIndicator,
  exportIndicators: indicators.exportIndicators,
  listReportsDue: indicators.listReportsDue,
  listPublicIndicators: indicators.listPublicIndicators,
  listMeetings: meetings.listMeetings,
  getMeeting: meetings.getMeeting,
  saveTopics: meetings.saveTopics,
  saveAgenda: meetings.saveAgenda,
  decideEntry: meetings.decideEntry,
  saveMinutes: meetings.saveMinutes,
  getMinutes: meetings.getMinutes,
  getMinutesDocument: meetings.getMinutesDocument,
  getItemTemplate: meetings.getItemTemplate,
  readItemTable: meetings.readItemTable,
  createMeetingItems: meetings.createMeetingItems,
  ...itemContract,
  listEngagements: engagements.listEngagements,
  exportEngagements: engagements.exportEngagements,
  getEngagementOverview: engagements.getEngagementOverview,
  getDeclarationForm: engagements.getDeclarationForm,
  proposePractice: engagements.proposePractice,
  getEngagement: engagements.getEngagement,
  checkDeclaration: engagements.checkDeclaration,
  declareIncome: engagements.declareIncome,
  suspendEngagement: engagements.suspendEngagement,
  resumeEngagement: engagements.resumeEngagement,
  endEngagement: engagements.endEngagement,
  closeEngagement: engagements.closeEngagement,
  checkChange: engagements.checkChange,
  proposeChange: engagements.proposeChange,
  withdrawChange: engagements.withdrawChange,
  renewEngagement: engagements.renewEngagement,
  listIncome: income.listIncome,
  getIncomeStatement: income.getIncomeStatement,
  exportIncomeStatement: income.exportIncomeStatement,
  printIncomeStatement: income.printIncomeStatement,
  getSchoolIncome: income.getSchoolIncome,
  exportSchoolIncome: income.exportSchoolIncome,
  searchPeople,
  getLeaver: leavers.getLeaver,
  handOverLeaver: leavers.handOverLeaver,
  checkChain: audit.checkChain,
  listSecurityEvents: audit.listSecurityEvents,
  live,
} satisfies Record<string, Route>;

export type Contract = typeof contract;
export type RouteName = keyof Contract;
