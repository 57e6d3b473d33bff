// Why a table or a bank statement was refused whole: which row, and what to do.
import type { TableRefusal } from "$lib/ipc/bindings";
import { count } from "./format";
import type { ProblemWords } from "./problems";

type Words = { [K in TableRefusal["kind"]]: (refusal: Extract<TableRefusal, { kind: K }>) => ProblemWords };

const nothing = "Nothing was changed.";
const at = (row: number): string => `Row ${String(row)}`;

const words = {
  empty: () => ({ title: "The file is empty", body: `Choose another file. ${nothing}` }),
  tooLarge: ({ mostMegabytes }) => ({
    title: `The file is larger than ${String(mostMegabytes)} MB`,
    body: `Ask the bank for a shorter time. ${nothing}`,
  }),
  tooManyRows: ({ most }) => ({
    title: `The file has more than ${count(most, "row", "rows")}`,
    body: `Ask the bank for a shorter time. ${nothing}`,
  }),
  lineTooLong: ({ row }) => ({
    title: `${at(row)} is too long to be a line of a table`,
    body: `This may not be the right file. ${nothing}`,
  }),
  notATable: () => ({
    title: "This file is not a table",
    body: `Choose a file that ends in .csv, .xlsx or .ofx. ${nothing}`,
  }),
  encoding: () => ({
    title: "The letters of this file cannot be read",
    body: `Open it in your spreadsheet and save it as CSV UTF-8. ${nothing}`,
  }),
  protected: () => ({
    title: "This file has a password",
    body: `Save a copy without one. ${nothing}`,
  }),
  damaged: () => ({ title: "This file is damaged", body: `Save it once more from where it came. ${nothing}` }),
  formula: ({ row, column }) => ({
    title: `${at(row)}, column ${String(column)} holds a formula`,
    body: `Save the sheet as values only. ${nothing}`,
  }),
  missingColumns: ({ row }) => ({
    title: `${at(row)} has fewer columns than the others`,
    body: `Save the file once more from the bank, as it is. ${nothing}`,
  }),
  noDateColumn: () => ({
    title: "No column is chosen for the date",
    body: "Choose which column holds the date.",
  }),
  noAmountColumn: () => ({
    title: "No column is chosen for the amount",
    body: "Choose which column holds the amount, or the two columns for money out and money in.",
  }),
  notADate: ({ row, text }) => ({
    title: `${at(row)}: “${text}” is not a date of this form`,
    body: `Choose how the dates are written. ${nothing}`,
  }),
  mixedDates: ({ row, text }) => ({
    title: `${at(row)}: “${text}” is written in another way than the other dates`,
    body: `Make all the dates alike in your spreadsheet. ${nothing}`,
  }),
  notAnAmount: ({ row, text }) => ({
    title: `${at(row)}: “${text}” is not an amount of money`,
    body: `Choose another column for the amount. ${nothing}`,
  }),
  noFlag: ({ row, text }) => ({
    title: `${at(row)}: “${text}” does not say if the money went out or came in`,
    body: `The column should say CR or DR. Choose another column. ${nothing}`,
  }),
  noLines: () => ({ title: "No line of a statement was found", body: `Choose where the lines begin. ${nothing}` }),
} satisfies Words;

export function tableRefusal(refusal: TableRefusal): ProblemWords {
  return (words[refusal.kind] as (refusal: TableRefusal) => ProblemWords)(refusal);
}
