import { accountConfirm } from './actions/accountConfirm.ts';
import { addContact } from './actions/addContact.ts';
import { approvalApprove } from './actions/approvalApprove.ts';
import { approvalDecline } from './actions/approvalDecline.ts';
import { askNotice } from './actions/askNotice.ts';
import { attempt } from './actions/attempt.ts';
import { callLogChanged } from './actions/callLogChanged.ts';
import { copyInvoice } from './actions/copyInvoice.ts';
import { digestList } from './actions/digestList.ts';
import { editContact } from './actions/editContact.ts';
import { endCondition } from './actions/endCondition.ts';
import { evidencePack } from './actions/evidencePack.ts';
import { heldImportApply, heldImportDiscard } from './actions/heldImport.ts';
import { importFile } from './actions/importFile.ts';
import { interestCreditor } from './actions/interestCreditor.ts';
import { letterheadCreditor } from './actions/letterheadCreditor.ts';
import { listPage } from './actions/listPage.ts';
import { logCall } from './actions/logCall.ts';
import { missingItem } from './actions/missingItem.ts';
import { morningPage } from './actions/morningPage.ts';
import { openAccount } from './actions/openAccount.ts';
import { openCeaseNotice } from './actions/openCeaseNotice.ts';
import { openForm } from './actions/openForm.ts';
import { openGroup } from './actions/openGroup.ts';
import { openKind } from './actions/openKind.ts';
import { openLetterhead } from './actions/openLetterhead.ts';
import { openLimits } from './actions/openLimits.ts';
import { openPlace } from './actions/openPlace.ts';
import {
  openEndLegalHold,
  openLegalHold,
  openNotValidated,
  openRecall,
  openRelease,
  openWriteOffBack,
} from './actions/openReason.ts';
import { openSettings } from './actions/openSettings.ts';
import { openStatement } from './actions/openStatement.ts';
import { openStatute } from './actions/openStatute.ts';
import { openTags } from './actions/openTags.ts';
import {
  policyAboutOpen,
  policyDiscard,
  policyNew,
  policyShow,
  policySimulate,
  policySpacingOpen,
  policyStageOpen,
  policySwitchOn,
  policyTextOpen,
} from './actions/policyActions.ts';
import { policyMoveCases } from './actions/policyMoveCases.ts';
import { promiseConfirm } from './actions/promiseConfirm.ts';
import { promptAgree } from './actions/promptAgree.ts';
import { promptAskApproval } from './actions/promptAskApproval.ts';
import { promptCash } from './actions/promptCash.ts';
import { promptComplete } from './actions/promptComplete.ts';
import {
  promptDropCreditHold,
  promptKeepCreditHold,
  promptReleaseCreditHold,
  promptSetCreditHold,
} from './actions/promptCreditHold.ts';
import { promptCreditLine } from './actions/promptCreditLine.ts';
import { promptDone } from './actions/promptDone.ts';
import { promptFreshImport } from './actions/promptFreshImport.ts';
import { promptGoOn } from './actions/promptGoOn.ts';
import { promptHandOver } from './actions/promptHandOver.ts';
import { promptLogCall } from './actions/promptLogCall.ts';
import { promptLook } from './actions/promptLook.ts';
import { promptMended } from './actions/promptMended.ts';
import { promptNoted } from './actions/promptNoted.ts';
import { promptNotFound } from './actions/promptNotFound.ts';
import { promptCallAnyway, promptSendAnyway } from './actions/promptOverride.ts';
import { promptPlanCreditHold, promptPlanHandOff } from './actions/promptPlanTask.ts';
import { promptPosted } from './actions/promptPosted.ts';
import { promptReply } from './actions/promptReply.ts';
import { promptReportVisit } from './actions/promptReportVisit.ts';
import { promptSend } from './actions/promptSend.ts';
import { promptSnooze } from './actions/promptSnooze.ts';
import { promptWrote } from './actions/promptWrote.ts';
import { remindersSendAll } from './actions/remindersSendAll.ts';
import { settleDispute } from './actions/settleDispute.ts';
import { shareAccount } from './actions/shareAccount.ts';
import {
  smallBalanceAll,
  smallBalanceLeave,
  smallBalancePage,
  smallBalancePropose,
} from './actions/smallBalances.ts';
import { startWorkspace } from './actions/startWorkspace.ts';
import { statementPdf } from './actions/statementPdf.ts';
import { statementSend } from './actions/statementSend.ts';
import { undoActivity } from './actions/undoActivity.ts';
import { undoAssignment } from './actions/undoAssignment.ts';
import { undoGroup } from './actions/undoGroup.ts';
import { importUndo } from './actions/undoImport.ts';
import { promptWasNotSent, promptWasSent } from './actions/unsureMail.ts';
import { whyAccount } from './actions/whyAccount.ts';
import { debt } from './commands/debt.ts';
import { appHomeOpened } from './events/appHomeOpened.ts';
import { appMention } from './events/appMention.ts';
import { directMessage } from './events/directMessage.ts';
import { fileShared } from './events/fileShared.ts';
import { appUninstalled, tokensRevoked } from './events/installationEnded.ts';
import { memberJoinedChannel } from './events/memberJoinedChannel.ts';
import { reactionAdded } from './events/reactionAdded.ts';
import { reactionRemoved } from './events/reactionRemoved.ts';
import { userChange } from './events/userChange.ts';
import type {
  ActionHandler,
  CommandHandler,
  EventHandler,
  OptionsHandler,
  ShortcutHandler,
  ViewHandler,
} from './handlers.ts';
import { debtorSearch } from './options/debtorSearch.ts';
import { invoiceSearch } from './options/invoiceSearch.ts';
import { zoneSearch } from './options/zoneSearch.ts';
import { logCall as logCallShortcut } from './shortcuts/logCall.ts';
import { addContact as addContactView } from './views/addContact.ts';
import { callLog } from './views/callLog.ts';
import { ceaseNotice } from './views/ceaseNotice.ts';
import { chooseAccount } from './views/chooseAccount.ts';
import { completeInvoices } from './views/completeInvoices.ts';
import { condition as conditionView } from './views/condition.ts';
import { copyInvoice as copyInvoiceView } from './views/copyInvoice.ts';
import { creditHold } from './views/creditHold.ts';
import { dispute as disputeView } from './views/dispute.ts';
import { editContact as editContactView } from './views/editContact.ts';
import { endCondition as endConditionView } from './views/endCondition.ts';
import { endLegalHold } from './views/endLegalHold.ts';
import { group } from './views/group.ts';
import { handOff } from './views/handOff.ts';
import { handOver } from './views/handOver.ts';
import { importColumns } from './views/importColumns.ts';
import { importCreditor } from './views/importCreditor.ts';
import { importFile as importFileView } from './views/importFile.ts';
import { interestTerms } from './views/interestTerms.ts';
import { kind } from './views/kind.ts';
import { legalHold } from './views/legalHold.ts';
import { letterhead as letterheadView } from './views/letterhead.ts';
import { limits as limitsView } from './views/limits.ts';
import { notValidated } from './views/notValidated.ts';
import { overrideCall, overrideSend } from './views/override.ts';
import { paid as paidView } from './views/paid.ts';
import { pause as pauseView } from './views/pause.ts';
import { place } from './views/place.ts';
import { plan as planView } from './views/plan.ts';
import { planSchedule } from './views/planSchedule.ts';
import { policyAbout } from './views/policyAbout.ts';
import { policySpacing } from './views/policySpacing.ts';
import { policyStage } from './views/policyStage.ts';
import { policyText } from './views/policyText.ts';
import { posting } from './views/posting.ts';
import { promise as promiseView } from './views/promise.ts';
import { recall } from './views/recall.ts';
import { releaseCreditHold } from './views/releaseCreditHold.ts';
import { replyLog } from './views/replyLog.ts';
import { resume as resumeView } from './views/resume.ts';
import { settings as settingsView } from './views/settings.ts';
import { settleDispute as settleDisputeView } from './views/settleDispute.ts';
import { snooze } from './views/snooze.ts';
import { statute } from './views/statute.ts';
import { tags } from './views/tags.ts';
import { visitReport } from './views/visitReport.ts';
import { writeOff as writeOffView } from './views/writeOff.ts';
import { writeOffBack } from './views/writeOffBack.ts';
import { writtenLog } from './views/writtenLog.ts';

/** The one table: what Duly listens to, and which file answers. An action id may carry `:suffix` to stay unique in its block. */
export const listeners: {
  readonly commands: Readonly<Record<string, CommandHandler>>;
  readonly actions: Readonly<Record<string, ActionHandler>>;
  readonly views: Readonly<Record<string, ViewHandler>>;
  readonly options: Readonly<Record<string, OptionsHandler>>;
  readonly shortcuts: Readonly<Record<string, ShortcutHandler>>;
  readonly events: Readonly<Record<string, EventHandler>>;
} = {
  commands: { '/debt': debt },
  actions: {
    call_log_contact: callLogChanged,
    call_log_outcome: callLogChanged,
    debtor_search: callLogChanged,
    log_call: logCall,
    log_left_message: attempt('left_message', 'debtor'),
    log_no_answer: attempt('no_answer', 'debtor'),
    log_wrong_number: attempt('wrong_number', 'debtor'),
    account_confirm: accountConfirm,
    promise_confirm: promiseConfirm,
    prompt_agree: promptAgree(true),
    prompt_call_anyway: promptCallAnyway,
    prompt_disagree: promptAgree(false),
    prompt_complete: promptComplete,
    prompt_done: promptDone,
    prompt_keep_credit: promptCreditLine('kept'),
    prompt_reduce_credit: promptCreditLine('reduced'),
    prompt_drop_credit_hold: promptDropCreditHold,
    prompt_keep_credit_hold: promptKeepCreditHold,
    prompt_release_credit_hold: promptReleaseCreditHold,
    prompt_set_credit_hold: promptSetCreditHold,
    prompt_go_on: promptGoOn,
    prompt_in_order: promptMended('in_order'),
    prompt_mended: promptMended('mended'),
    prompt_not_found: promptNotFound,
    prompt_fresh_import: promptFreshImport,
    prompt_hand_over: promptHandOver,
    prompt_left_message: attempt('left_message', 'prompt'),
    prompt_log_call: promptLogCall,
    prompt_no_answer: attempt('no_answer', 'prompt'),
    prompt_noted: promptNoted,
    prompt_pays_invoices: promptCash('invoices'),
    prompt_pays_other: promptCash('other'),
    prompt_plan_credit_hold: promptPlanCreditHold,
    prompt_plan_hand_off: promptPlanHandOff,
    prompt_posted: promptPosted,
    prompt_reply: promptReply,
    prompt_report_visit: promptReportVisit,
    prompt_snooze: promptSnooze,
    prompt_texted: promptWrote('text'),
    prompt_wrong_number: attempt('wrong_number', 'prompt'),
    prompt_wrote: promptWrote(),
    undo_activity: undoActivity,
    undo_assignment: undoAssignment,
    undo_group: undoGroup,
    open_dispute: openForm('dispute'),
    open_paid: openForm('paid'),
    open_pause: openForm('pause'),
    open_plan: openForm('plan'),
    open_promise: openForm('promise'),
    open_reply: openForm('reply'),
    open_resume: openForm('resume'),
    open_stop: openForm('stop'),
    open_writeoff: openForm('writeoff'),
    open_wrote: openForm('wrote'),
    small_balance_all: smallBalanceAll,
    small_balance_leave: smallBalanceLeave,
    small_balance_page: smallBalancePage,
    small_balance_propose: smallBalancePropose,
    held_import_apply: heldImportApply,
    held_import_discard: heldImportDiscard,
    import_undo: importUndo,
    import_file: importFile,
    copy_invoice: copyInvoice,
    missing_item_credited: missingItem('credited'),
    missing_item_open: missingItem('open'),
    missing_item_paid: missingItem('paid'),
    settle_dispute: settleDispute,
    end_condition: endCondition,
    ask_notice: askNotice,
    approval_approve: approvalApprove,
    approval_decline: approvalDecline,
    prompt_ask_approval: promptAskApproval,
    prompt_look: promptLook,
    prompt_send: promptSend,
    prompt_send_anyway: promptSendAnyway,
    prompt_was_not_sent: promptWasNotSent,
    prompt_was_sent: promptWasSent,
    reminders_send_all: remindersSendAll,
    add_contact: addContact,
    edit_contact: editContact,
    interest_creditor: interestCreditor,
    statute_open: openStatute,
    letterhead_creditor: letterheadCreditor,
    digest_list: digestList,
    list_page: listPage,
    morning_rest: morningPage('answer'),
    morning_page: morningPage('replace'),
    open_account: openAccount,
    open_letterhead: openLetterhead,
    open_limits: openLimits,
    open_not_validated: openNotValidated,
    open_write_off_back: openWriteOffBack,
    open_cease_notice: openCeaseNotice,
    open_legal_hold: openLegalHold,
    open_end_legal_hold: openEndLegalHold,
    open_recall: openRecall,
    open_kind: openKind,
    open_place: openPlace,
    open_tags: openTags,
    open_group: openGroup,
    open_release: openRelease,
    open_settings: openSettings,
    export_evidence: evidencePack,
    open_statement: openStatement,
    policy_about: policyAboutOpen,
    policy_discard: policyDiscard,
    policy_move_cases: policyMoveCases,
    policy_new: policyNew,
    policy_show: policyShow,
    policy_simulate: policySimulate,
    policy_spacing: policySpacingOpen,
    policy_stage: policyStageOpen,
    policy_switch_on: policySwitchOn,
    policy_text: policyTextOpen,
    share_account: shareAccount,
    start_workspace: startWorkspace,
    statement_pdf: statementPdf,
    statement_send: statementSend,
    why_account: whyAccount,
  },
  views: {
    call_log: callLog,
    choose_account: chooseAccount,
    dispute: disputeView,
    paid: paidView,
    pause: pauseView,
    plan: planView,
    plan_schedule: planSchedule,
    promise: promiseView,
    resume: resumeView,
    writeoff: writeOffView,
    settle_dispute: settleDisputeView,
    condition: conditionView,
    end_condition: endConditionView,
    complete_invoices: completeInvoices,
    credit_hold: creditHold,
    release_credit_hold: releaseCreditHold,
    hand_off: handOff,
    hand_over: handOver,
    override_call: overrideCall,
    override_send: overrideSend,
    posting,
    not_validated: notValidated,
    write_off_back: writeOffBack,
    recall,
    cease_notice: ceaseNotice,
    legal_hold: legalHold,
    end_legal_hold: endLegalHold,
    kind,
    place,
    tags,
    group,
    import_columns: importColumns,
    import_creditor: importCreditor,
    import_file: importFileView,
    copy_invoice: copyInvoiceView,
    reply_log: replyLog,
    policy_about: policyAbout,
    policy_spacing: policySpacing,
    policy_stage: policyStage,
    policy_text: policyText,
    snooze: snooze,
    visit_report: visitReport,
    written_log: writtenLog,
    add_contact: addContactView,
    edit_contact: editContactView,
    interest_terms: interestTerms,
    letterhead: letterheadView,
    limits: limitsView,
    settings: settingsView,
    statute,
  },
  options: {
    debtor_search: debtorSearch,
    invoice_search: invoiceSearch,
    zone_search: zoneSearch,
  },
  shortcuts: {
    log_call: logCallShortcut,
    log_message: logCallShortcut,
  },
  events: {
    app_home_opened: appHomeOpened,
    app_mention: appMention,
    app_uninstalled: appUninstalled,
    file_shared: fileShared,
    member_joined_channel: memberJoinedChannel,
    message: directMessage,
    reaction_added: reactionAdded,
    reaction_removed: reactionRemoved,
    tokens_revoked: tokensRevoked,
    user_change: userChange,
  },
};
