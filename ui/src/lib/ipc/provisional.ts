// The commands that are being written in src-tauri/src/ipc, with the types they will have in bindings.ts.
// This file goes when the generated list has them all: its users then import `commands` from bindings.ts.
import { invoke } from "@tauri-apps/api/core";
import type * as t from "./bindings";
import { commands as made } from "./bindings";

type Answer<T> = Promise<{ status: "ok"; data: T } | { status: "error"; error: t.CommandError }>;

async function call<T>(name: string, args?: Record<string, unknown>): Answer<T> {
  try {
    return { status: "ok", data: await invoke<T>(name, args) };
  } catch (error) {
    if (error instanceof Error) throw error;
    return { status: "error", error: error as t.CommandError };
  }
}

export const commands = {
  ...made,
  // The door
  suggestPassphrase: (): Answer<string> => call("suggest_passphrase"),
  /** The folder that a new register would stand in by default. */
  suggestFolder: (): Answer<string> => call("suggest_folder"),
  pickFolder: (): Answer<string | null> => call("pick_folder"),
  /** A dialog for a register's folder or file; null when it was put away. */
  pickRegister: (): Answer<string | null> => call("pick_register"),
  /** Who can unlock it. Refused: registerMissing, notARegister, newerRegister, synchronisedFolder. */
  inspectRegister: (path: string): Answer<t.RegisterFound> => call("inspect_register", { path }),
  createRegister: (input: t.CreateRegisterInput): Answer<t.Session> => call("create_register", { input }),
  /** Makes the sample partnership in a folder of the program's own, or opens a fresh one again. */
  createSample: (): Answer<t.SampleOpened> => call("create_sample"),
  unlock: (input: t.UnlockInput): Answer<t.Session> => call("unlock", { input }),
  recover: (input: t.RecoverInput): Answer<t.Session> => call("recover", { input }),
  lockRegister: (): Answer<null> => call("lock_register"),
  /** Someone is at the keyboard: puts off the lock after ten idle minutes. At most every half minute. */
  stillHere: (): Answer<null> => call("still_here"),
  /** The recovery page has been kept; the key is dropped from memory. */
  putRecoveryPageAway: (): Answer<null> => call("put_recovery_page_away"),
  session: (): Answer<t.Session> => call("session"),
  backUp: (): Answer<t.BackedUp> => call("back_up"),
  members: (): Answer<t.MemberRow[]> => call("members"),
  // Home and finding
  home: (): Answer<t.Home> => call("home"),
  find: (text: string): Answer<t.Found[]> => call("find", { text }),
  budget: (): Answer<t.Budget> => call("budget"),
  // Applications
  listApplications: (input: t.ListApplicationsInput): Answer<t.ApplicationList> => call("list_applications", { input }),
  startApplication: (): Answer<string> => call("start_application"),
  application: (applicationId: string): Answer<t.ApplicationView> => call("application", { applicationId }),
  saveTyping: (input: t.SaveTypingInput): Answer<t.TypingSaved> => call("save_typing", { input }),
  receiveApplication: (applicationId: string): Answer<t.ApplicationReceived> =>
    call("receive_application", { applicationId }),
  startCorrection: (applicationId: string): Answer<null> => call("start_correction", { applicationId }),
  abandonCorrection: (applicationId: string): Answer<null> => call("abandon_correction", { applicationId }),
  receiveCorrection: (input: t.ReceiveCorrectionInput): Answer<t.ApplicationReceived> =>
    call("receive_correction", { input }),
  withdrawApplication: (input: t.WithdrawApplicationInput): Answer<null> => call("withdraw_application", { input }),
  /** Opens a dialog; the picked files are kept. An empty list when it was put away. */
  addAttachments: (input: t.AddAttachmentsInput): Answer<t.Attachment[]> => call("add_attachments", { input }),
  attachment: (attachmentId: string): Answer<t.AttachmentContent> => call("attachment", { attachmentId }),
  removeAttachment: (input: t.RemoveAttachmentInput): Answer<null> => call("remove_attachment", { input }),
  addNote: (input: t.AddNoteInput): Answer<null> => call("add_note", { input }),
  // Decisions
  recordDecision: (input: t.RecordDecisionInput): Answer<t.DecisionRecorded> => call("record_decision", { input }),
  issueDecision: (input: t.IssueDecisionInput): Answer<null> => call("issue_decision", { input }),
  // Grants
  listGrants: (input: t.ListGrantsInput): Answer<t.GrantList> => call("list_grants", { input }),
  grant: (grantId: string): Answer<t.GrantView> => call("grant", { grantId }),
  recordSignature: (input: t.RecordSignatureInput): Answer<null> => call("record_signature", { input }),
  recordAccount: (input: t.RecordAccountInput): Answer<null> => call("record_account", { input }),
  checkAccount: (input: t.CheckAccountInput): Answer<null> => call("check_account", { input }),
  revealAccount: (grantId: string): Answer<t.AccountDetails> => call("reveal_account", { grantId }),
  recordPayment: (input: t.RecordPaymentInput): Answer<null> => call("record_payment", { input }),
  undoPayment: (input: t.UndoPaymentInput): Answer<null> => call("undo_payment", { input }),
  extendGrant: (input: t.ExtendGrantInput): Answer<null> => call("extend_grant", { input }),
  cancelGrant: (input: t.CancelGrantInput): Answer<null> => call("cancel_grant", { input }),
  saveFeedback: (input: t.FeedbackInput): Answer<string> => call("save_feedback", { input }),
  recordFeedback: (input: t.FeedbackInput): Answer<null> => call("record_feedback", { input }),
  recordReceipt: (input: t.RecordReceiptInput): Answer<null> => call("record_receipt", { input }),
  voidReceipt: (input: t.VoidReceiptInput): Answer<null> => call("void_receipt", { input }),
  recordSentBack: (input: t.RecordSentBackInput): Answer<null> => call("record_sent_back", { input }),
  closeGrant: (input: t.CloseGrantInput): Answer<null> => call("close_grant", { input }),
  // Documents
  document: (input: t.DocumentInput): Answer<t.DocumentPages> => call("document", { input }),
  /** Opens it in the computer's own viewer, from where it prints. */
  openDocument: (input: t.DocumentInput): Answer<null> => call("open_document", { input }),
  /** Asks where, and keeps it there; null when the dialog was put away. */
  saveDocument: (input: t.DocumentInput): Answer<string | null> => call("save_document", { input }),
};
