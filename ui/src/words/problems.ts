// The words for every error the core can send. A new code without words does not compile.
import type { CommandError } from "$lib/ipc/bindings";
import { packRefusal } from "./packs";
import { emailVoteRefusal } from "./emailVoteRefusals";
import { meetingRefusal } from "./meetingRefusals";
import { memberRefusal } from "./memberRefusals";
import { membershipRefusal } from "./membershipRefusals";
import { planRefusal } from "./planRefusals";
import { runRefusal } from "./runRefusals";
import { tableRefusal } from "./tableRefusals";
import { acts, decisionRefusal, grantRefusal } from "./refusals";

export type ProblemWords = {
  /** The field it belongs beside, when there is one. */
  field?: string;
  /** What has happened. */
  title: string;
  /** What is safe, and what to do. */
  body: string;
};

export type Problem = ProblemWords & { error: CommandError };

type Table = { [C in CommandError["code"]]: (error: Extract<CommandError, { code: C }>) => ProblemWords };

const problems = {
  locked: () => ({
    title: "The register is locked",
    body: "Everything saved so far is safe. Unlock it to go on.",
  }),
  notPermitted: ({ act }) => ({
    title: `You may not ${acts[act]}`,
    body: "Ask the co-ordinator or the chair. Nothing was changed.",
  }),
  notFound: () => ({
    title: "That record is not there",
    body: "It may be one that you may not see. Go back and choose another.",
  }),
  busy: () => ({
    title: "Something else is still being made",
    body: "Nothing was begun. Wait until it is done, or stop it. Then try again.",
  }),
  changedElsewhere: () => ({
    title: "Somebody else changed this in the meantime",
    body: "What you typed is still on the screen. Open the record again to see the change, then type yours once more.",
  }),
  fields: ({ problems }) => ({
    title: "There is a problem",
    body:
      problems.length === 1 ? "One answer must be put right." : `${String(problems.length)} answers must be put right.`,
  }),
  decisionRefused: ({ refusal }) => ({
    title: "This decision cannot be recorded",
    body: `${decisionRefusal(refusal)}.`,
  }),
  grantRefused: ({ refusal }) => ({ title: "This cannot be recorded", body: `${grantRefusal(refusal)}.` }),
  planRefused: ({ refusal }) => planRefusal(refusal),
  runRefused: ({ refusal }) => runRefusal(refusal),
  tableRefused: ({ refusal }) => tableRefusal(refusal),
  memberRefused: ({ refusal }) => memberRefusal(refusal),
  membershipRefused: ({ refusal }) => membershipRefusal(refusal),
  wrongState: () => ({
    title: "This application cannot be changed in that way now",
    body: "Somebody may have received or decided it. Open it again to see where it stands.",
  }),
  ownInterest: () => ({
    title: "You cannot settle your own interest",
    body: "The chair or a vice-chair without a part in it settles it. Nothing was changed.",
  }),
  wrongPassphrase: () => ({
    field: "passphrase",
    title: "That passphrase does not open the register",
    body: "Check for missing words and spaces between them. Press Show to see what you typed.",
  }),
  wrongRecoveryKey: () => ({
    field: "recovery-key",
    title: "That recovery key does not open this register",
    body: "Check each letter and figure against the page. It may be the page of another register.",
  }),
  registerMissing: ({ path }) => ({
    title: "The register is not where it was",
    body: `It was in ${path}. It may be on a stick that is not plugged in. Plug it in and try again, or find the register yourself.`,
  }),
  notARegister: ({ path }) => ({
    title: "That is not a register",
    body: `There is no register in ${path}. Choose another folder.`,
  }),
  newerRegister: () => ({
    title: "This register was made by a newer Community Chest",
    body: "It is safe and has not been changed. Install the newest version to open it.",
  }),
  alreadyOpen: () => ({
    title: "The register is open already",
    body: "Close it in the other window or on the other computer. Then try again.",
  }),
  synchronisedFolder: ({ by }) => ({
    field: "folder",
    title: `That folder is copied to other machines by ${by}`,
    body: "Copying a register while it is open can damage it. Choose a folder on this computer only, such as your Documents.",
  }),
  folderNotEmpty: ({ path }) => ({
    field: "folder",
    title: "There is something in that place already",
    body: `${path} is not empty. Choose another folder, or open the register that is there.`,
  }),
  notWritable: ({ path }) => ({
    field: "folder",
    title: "Nothing can be saved in that folder",
    body: `This computer does not let you write to ${path}. Choose another folder, such as your Documents.`,
  }),
  diskFull: () => ({
    title: "Not saved. The disk is full",
    body: "What you typed is still on the screen. Make room on the disk, then try again.",
  }),
  damaged: () => ({
    title: "The register cannot be read",
    body: "Do not change or move the file. Open your last backup, and keep the damaged file until you have checked it.",
  }),
  fileTooLarge: ({ mostMegabytes }) => ({
    title: "That file is too large to keep",
    body: `The most is ${String(mostMegabytes)} megabytes. Scan it again in a smaller size.`,
  }),
  fileKind: () => ({
    title: "That kind of file cannot be kept",
    body: "Keep a PDF, or a picture that is a JPEG or a PNG.",
  }),
  paperUnknown: () => ({
    title: "No paper of this register has that code",
    body: "Check the code at the foot of the page. It may have been printed from another register.",
  }),
  wordingRefused: () => ({
    title: "The words were not kept",
    body: "Something in them has a fault. Nothing was changed.",
  }),
  fileUnreadable: () => ({
    title: "That file could not be read",
    body: "It may be open in another program, or on a stick that was pulled out. Try again.",
  }),
  fileExists: ({ path }) => ({
    title: "There is a file of that name already",
    body: `Nothing was written over. Choose another name or folder than ${path}.`,
  }),
  notAVault: () => ({
    title: "That is not a file of keys",
    body: "Choose a file whose name ends in .vault. If you did, it is damaged: save it once more on the other computer.",
  }),
  packRefused: ({ why }) => packRefusal(why),
  emailVoteRefused: ({ refusal }) => emailVoteRefusal(refusal),
  meetingRefused: ({ refusal }) => meetingRefusal(refusal),
  nothingToSend: () => ({
    title: "There is nothing to send to this reviewer",
    body: "They get no application of this round, or the register does not have their card yet. No pack was made.",
  }),
  interestFirst: () => ({
    title: "First say if they have an interest",
    body: "Record what the reply sheet says about an interest. Then type in the review. Nothing was saved.",
  }),
  lettersNotPlaced: ({ path }) => ({
    title: "The letters could not be put there",
    body: `They are noted as printed, and no file is left in ${path}. Tick them again, and choose another folder.`,
  }),
  stopped: () => ({
    title: "The work was stopped",
    body: "Nothing of it is left in the folder, and the register is as it was.",
  }),
  noGlyph: ({ character }) => ({
    title: `The letter ${character} cannot be printed`,
    body: "Nothing was lost. Write it in another way, then print again.",
  }),
  wording: ({ document, line }) => ({
    title: "A printed document has a mistake in its wording",
    body: `Nothing was lost. Tell whoever looks after the program: ${document}, line ${String(line)}.`,
  }),
  settingsNotSaved: () => ({
    title: "That choice could not be kept",
    body: "It lasts until you close the program. The disk may be full.",
  }),
  internal: ({ incident }) => ({
    title: "Something went wrong",
    body: `Nothing was lost. Try again. If it happens twice, tell whoever looks after the computer. Reference ${incident}.`,
  }),
} satisfies Table;

/** A code from a newer core has no words here: it is shown as an internal error with its code as the reference. */
export function problemOf(error: CommandError): Problem {
  const words = (problems as Partial<Record<string, (error: CommandError) => ProblemWords>>)[error.code];
  return { ...(words?.(error) ?? problems.internal({ code: "internal", incident: error.code })), error };
}
