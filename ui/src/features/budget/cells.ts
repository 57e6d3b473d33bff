// A line and a period of the plan, as somebody chooses and reads them.
import type { BudgetCell, SpendCell, SpendLine, Spendometer } from "$lib/ipc";
import type { Option } from "$lib/components/types";
import { moved, words } from "./moneyWords";

export function lineOptions({ lines }: Spendometer): Option[] {
  return lines.map(({ code, name }) => ({ value: code, label: words.lineOf(code, name) }));
}

export function periodOptions({ periods }: Spendometer): Option[] {
  return periods.map(({ name }, index) => ({ value: String(index), label: name }));
}

export function lineAt(spend: Spendometer, code: string): SpendLine | undefined {
  return spend.lines.find((line) => line.code === code);
}

export function cellAt(spend: Spendometer, cell: BudgetCell): SpendCell | undefined {
  return lineAt(spend, cell.code)?.periods[cell.period];
}

/** "1.3 Community celebration events, Oct to Mar 2023" */
export function cellName(spend: Spendometer | undefined, { code, period }: BudgetCell): string {
  const name = spend && lineAt(spend, code)?.name;
  return moved.cell(name === undefined ? code : words.lineOf(code, name), spend?.periods[period]?.name ?? "");
}
