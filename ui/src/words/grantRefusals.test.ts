import { expect, test } from "vitest";
import type { GrantRefusal } from "$lib/ipc/bindings";
import { pounds, plainDate } from "./format";
import { refusalWords } from "./grantRefusals";
import { problemOf } from "./problems";

/** One of each kind. A new kind without an example does not compile. */
const examples: { [K in GrantRefusal["kind"]]: Extract<GrantRefusal, { kind: K }> } = {
  notOpen: { kind: "notOpen" },
  conditionNotMet: { kind: "conditionNotMet", text: "Show a copy of the hire agreement." },
  modulusFails: { kind: "modulusFails" },
  noMatch: { kind: "noMatch" },
  inRun: { kind: "inRun" },
  erased: { kind: "erased" },
  alreadyMet: { kind: "alreadyMet" },
  inFuture: { kind: "inFuture" },
  notPositive: { kind: "notPositive" },
  noReason: { kind: "noReason" },
  noName: { kind: "noName" },
  noReference: { kind: "noReference" },
  beforeAward: { kind: "beforeAward", awardedOn: "2022-10-20" },
  notIssued: { kind: "notIssued" },
  alreadySigned: { kind: "alreadySigned" },
  samePerson: { kind: "samePerson" },
  exceedsGrant: { kind: "exceedsGrant", grantedPence: 45_000, leftPence: 22_500, overPence: 7_500 },
  notSigned: { kind: "notSigned", missing: ["group", "partnership"] },
  beforeSigned: { kind: "beforeSigned", signedOn: "2022-11-01" },
  noAccount: { kind: "noAccount" },
  accountNotChecked: { kind: "accountNotChecked" },
  accountChanged: { kind: "accountChanged", changedOn: "2023-01-12" },
  alreadyChecked: { kind: "alreadyChecked" },
  beforeRecorded: { kind: "beforeRecorded", recordedOn: "2022-10-28" },
  changedNeedsPhone: { kind: "changedNeedsPhone" },
  alreadyUndone: { kind: "alreadyUndone" },
  beforePayment: { kind: "beforePayment", paidOn: "2022-11-04" },
  receiptsStand: { kind: "receiptsStand" },
  notLater: { kind: "notLater", endsOn: "2023-03-31" },
  nothingPaid: { kind: "nothingPaid" },
  noStory: { kind: "noStory" },
  noNameAgreed: { kind: "noNameAgreed" },
  noSuchCost: { kind: "noSuchCost" },
  acceptedTooMuch: { kind: "acceptedTooMuch", amountPence: 1_234 },
  afterEnd: { kind: "afterEnd", endsOn: "2023-03-31" },
  tooMuchBack: { kind: "tooMuchBack", unaccountedPence: 8_155 },
  noFeedback: { kind: "noFeedback", dueOn: "2022-12-30" },
  moneyToReturn: { kind: "moneyToReturn", unaccountedPence: 8_155 },
  beforeFeedback: { kind: "beforeFeedback", feedbackOn: "2023-01-17" },
  alreadyPaid: { kind: "alreadyPaid", paidPence: 22_500 },
};

test.each(Object.values(examples).map((refusal) => [refusal.kind, refusal] as const))(
  "%s says what is wrong with its figures, and the way on",
  (_, refusal) => {
    const { text, way } = refusalWords(refusal);
    expect(text).toMatch(/^[A-Z0-9£].*[^.]$/);
    expect(way).toMatch(/^[A-Z£].*\.$/);
    const said = `${text}. ${way}`;
    // No short forms, and no sentence of more than twenty words.
    expect(said).not.toMatch(/n[’']t\b|[’'](?:ll|re|ve)\b/);
    for (const sentence of said.split(/[.?:] /)) expect(sentence.split(" ").length, sentence).toBeLessThanOrEqual(20);
    for (const [name, value] of Object.entries(refusal)) {
      if (name.endsWith("Pence")) expect(said).toContain(pounds(value as number));
      if (name.endsWith("On")) expect(said).toContain(plainDate(value as string));
    }
  },
);

test("what was typed is said back", () => {
  expect(refusalWords(examples.exceedsGrant, { amount: "£300" }).text).toBe(
    "£300.00 is £75.00 more than is left to pay",
  );
  expect(refusalWords(examples.exceedsGrant, { amount: "lots" }).text).toBe("This is £75.00 more than is left to pay");
});

test("a missing signature is named, and counted", () => {
  expect(refusalWords(examples.notSigned).text).toBe("2 signatures are missing: the group and the partnership");
  expect(refusalWords({ kind: "notSigned", missing: ["group"] }).text).toBe("1 signature is missing: the group");
});

test("without a form, the same words come as a problem", () => {
  const { title, body } = problemOf({ code: "grantRefused", refusal: examples.moneyToReturn });
  expect(title).toBe("This cannot be recorded");
  expect(body).toMatch(/^£81\.55 is neither shown by receipts nor sent back\. Add the receipts/);
});
