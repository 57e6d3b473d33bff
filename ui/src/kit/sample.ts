// An invented core to look at the window with: a register with three people, where any passphrase opens.
import type { CommandError, Preferences, RegisterFound, Session } from "$lib/ipc";
import { Refusal, type Handler } from "$lib/ipc/fake";
import { ageGroups, applicationHandlers, priorities, questions } from "./applications";
import { deciding } from "./deciding";
import { budgetCore } from "./budget";
import { grantCore } from "./grants";
import { incomingCore } from "./incoming";
import { meetingCore } from "./meetings";
import { memberCore } from "./members";
import { membershipCore } from "./membership";
import { paymentCore } from "./payments";
import { planCore } from "./plans";
import { issuedCore } from "./issued";
import { wordingCore } from "./wordings";
import { samplePdf } from "./paper";
import { reviewCore } from "./reviews";
import { reviewerCore } from "./reviewer";
import { sittingCore } from "./sittings";

const register: RegisterFound = {
  path: "/home/joan/Documents/Allenton Big Local",
  partnership: "Allenton Big Local",
  people: [
    { memberId: "1", name: "Joan Pelham", role: "coordinator" },
    { memberId: "2", name: "Marcia Lowe", role: "chair" },
    { memberId: "3", name: "Anita Joyce", role: "ltoClerk" },
  ],
};
export const session: Session = {
  partnership: "Allenton Big Local",
  sample: true,
  member: { memberId: "1", name: "Joan Pelham", role: "coordinator" },
  may: [
    "readSealed",
    "keepRecords",
    "recordDecision",
    "recordSignature",
    "recordPayment",
    "handleAccount",
    "review",
    "runReviews",
    "keepEmbargo",
    "keepMembers",
    "keepMeetings",
    "keepConstitution",
    "keepWording",
  ],
  today: "2023-01-17",
  lockAfterMinutes: 10,
  folder: register.path,
  lastBackup: "2023-01-16T18:10:00Z",
  planName: "Allenton Big Local Plan",
  planStartsOn: "2022-04-01",
  planEndsOn: "2023-07-31",
  fundCode: "1.4",
  fundName: "Community Chest",
  priorities,
  questions,
  ageGroups,
};

/** Marcia Lowe, the chair: she settles what the co-ordinator may not. */
export const chair: Session = {
  ...session,
  member: { memberId: "2", name: "Marcia Lowe", role: "chair" },
  may: [
    "readSealed",
    "recordDecision",
    "recordSignature",
    "review",
    "runReviews",
    "openReviews",
    "ruleOnInterest",
    "keepEmbargo",
    "keepMembers",
    "keepMeetings",
    "keepConstitution",
    "keepWording",
  ],
};

/** `?door=` first, missing, newer, open or synchronised; `?wrong` refuses every passphrase. */
export function sampleCore(asked: URLSearchParams): Record<string, Handler> {
  const refuse = (error: CommandError): never => {
    throw new Refusal(error);
  };
  const preferences: Preferences = {
    theme: asked.get("theme") === "dark" ? "dark" : "light",
    contrast: asked.get("contrast") === "more" ? "more" : "computer",
    textSize: asked.get("text") === "200" ? "200" : asked.get("text") === "150" ? "150" : "100",
  };
  return {
    ...deciding,
    preferences: () => preferences,
    save_preferences: ({ input }) => input,
    door: () => ({
      version: "0.1.0",
      today: "2023-01-17",
      recent: asked.get("door") === "first" ? null : { path: register.path, found: asked.get("door") !== "missing" },
    }),
    inspect_register: () => {
      switch (asked.get("door")) {
        case "missing":
          return refuse({ code: "registerMissing", path: register.path });
        case "newer":
          return refuse({ code: "newerRegister" });
        case "open":
          return refuse({ code: "alreadyOpen" });
        case "synchronised":
          return refuse({ code: "synchronisedFolder", by: "OneDrive" });
        default:
          return register;
      }
    },
    unlock: () => (asked.has("wrong") ? refuse({ code: "wrongPassphrase" }) : session),
    recover: () => session,
    suggest_passphrase: () => "tulip kettle orchard ninety marble",
    suggest_folder: () => "/home/joan/Documents",
    pick_folder: () => "/home/joan/Records",
    pick_register: () => register.path,
    create_register: () => ({ ...session, sample: false }),
    create_sample: () => ({ session, passphrase: "tulip kettle orchard ninety marble" }),
    put_recovery_page_away: () => null,
    open_document: () => null,
    save_document: () => null,
    document: () => ({ title: "Recovery page", fileName: "recovery-page.pdf", pages: 2, base64: samplePdf() }),
    lock_register: () => null,
    still_here: () => null,
    session: () => session,
    ...wordingCore(samplePdf),
    ...issuedCore(samplePdf),
    ...reviewerCore(asked, samplePdf),
    ...grantCore(asked),
    ...budgetCore(asked),
    ...planCore(asked),
    ...paymentCore(asked),
    ...memberCore(),
    ...membershipCore(),
    ...sittingCore(),
    ...meetingCore(asked),
    ...reviewCore(asked),
    ...incomingCore(asked),
    ...applicationHandlers(samplePdf),
  };
}
