// An invented bank statement at the clerk's desk: how it begins, and how it compares with the payments.
import type { BankFileRow, Reconciliation, SoughtPayment, StatementLine, StatementPick } from "$lib/ipc";

const line = (at: number, on: string, words: string, amountPence: number): StatementLine => ({
  line: at,
  on,
  words,
  amountPence,
});
const sought = (
  paymentId: string,
  payeeName: string,
  grantReference: string,
  amountPence: number,
  on: string,
): SoughtPayment => ({ paymentId, back: false, grantReference, payeeName, amountPence, on, reference: grantReference });

export const reconciliation: Reconciliation = {
  from: "2022-11-01",
  to: "2023-01-16",
  lines: 41,
  matched: [
    {
      payment: sought("pay1", "Brightwater Steel Pans", "CC-2022-005", 22_500, "2022-11-04"),
      line: line(12, "2022-11-05", "FP BRIGHTWATER STEEL CC-2022-005", -22_500),
      byReference: true,
      days: 1,
      confirmed: false,
    },
    {
      payment: sought("pay2", "The Thursday Stitchers", "CC-2022-002", 25_000, "2022-11-04"),
      line: line(13, "2022-11-04", "FP THURSDAY STITCHER", -25_000),
      byReference: false,
      days: 0,
      confirmed: false,
    },
    {
      payment: sought("pay3", "Merrybank Growers", "CC-2022-003", 48_000, "2022-11-10"),
      line: line(19, "2022-11-10", "FP MERRYBANK CC-2022-003", -48_000),
      byReference: true,
      days: 0,
      confirmed: true,
    },
  ],
  doubtful: [
    {
      payment: sought("pay4", "Hand in Hand Toddlers", "CC-2022-004", 32_000, "2022-12-02"),
      lines: [line(22, "2022-12-02", "FP TODDLERS", -32_000), line(24, "2022-12-05", "FP H IN H MATS", -32_000)],
    },
  ],
  missing: [sought("pay5", "Riverside Walking Group", "CC-2022-012", 18_550, "2023-01-13")],
  cameBack: [
    {
      payment: sought("pay6", "Foxglove Close Street Play", "CC-2022-011", 21_000, "2023-01-10"),
      lines: [line(38, "2023-01-13", "RETURNED CC-2022-011 ACCOUNT CLOSED", 21_000)],
    },
  ],
  unknown: 2,
  unknownLines: [
    line(3, "2022-11-02", "CARD PAYMENT STATIONERY", -1_249),
    line(40, "2023-01-16", "BACS LOCAL TRUST DRAWDOWN", 500_000),
  ],
};

export const statementPick: StatementPick = {
  state: "table",
  path: "/home/anita/Downloads/statement.csv",
  fileName: "statement.csv",
  rows: [
    ["Date", "Type", "Description", "Paid out", "Paid in", "Balance"],
    ["02/11/2022", "POS", "CARD PAYMENT STATIONERY", "12.49", "", "52,418.20"],
    ["04/11/2022", "FPO", "FP THURSDAY STITCHER", "250.00", "", "52,168.20"],
    ["05/11/2022", "FPO", "FP BRIGHTWATER STEEL CC-2022-005", "225.00", "", "51,943.20"],
    ["10/11/2022", "FPO", "FP MERRYBANK CC-2022-003", "480.00", "", "51,463.20"],
    ["16/01/2023", "BAC", "BACS LOCAL TRUST DRAWDOWN", "", "5,000.00", "54,862.20"],
  ],
  rowCount: 42,
  guess: {
    name: "",
    columns: ["date", "ignored", "words", "moneyOut", "moneyIn", "balance"],
    dates: "dayMonthYear",
    headings: 1,
  },
  profiles: [
    {
      name: "Our NatWest account",
      columns: ["date", "ignored", "words", "signed", "balance", "ignored"],
      dates: "monthByName",
      headings: 3,
    },
  ],
};

export const ofxPick: StatementPick = {
  state: "ofx",
  path: "/home/anita/Downloads/statement.ofx",
  fileName: "statement.ofx",
  lines: 41,
};

export const bankFileRows: BankFileRow[] = [
  {
    payeeName: "Foxglove Close Street Play",
    nameInFile: "FOXGLOVE CLOSE STR",
    reference: "CC-2022-011",
    referenceInFile: "CC-2022-011",
    account: "••-••-•• ••••2208",
    amountPence: 21_000,
  },
  {
    payeeName: "Riverside Walking Group",
    nameInFile: "RIVERSIDE WALKING",
    reference: "CC-2022-012",
    referenceInFile: "CC-2022-012",
    account: "••-••-•• ••••7730",
    amountPence: 18_550,
  },
];
