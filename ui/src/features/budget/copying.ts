// The spendometer as a spreadsheet pastes it: exact, with the pence that the chart leaves out.
import type { Column } from "$lib/components/table";
import type { SpendCell, SpendLine, SpendMoney, Spendometer } from "$lib/ipc";
import { sheetFigures } from "$words/format";
import { words } from "./words";

export type SheetRow = { name: string; money: SpendMoney; periods: readonly SpendCell[] };

/** The code stands with the name: alone, a spreadsheet would take 1.10 for 1.1. */
const row = ({ code, name, money, periods }: SpendLine): SheetRow => ({ name: `${code} ${name}`, money, periods });

export function sheetRows({ lines, total, periods }: Spendometer): SheetRow[] {
  return [...lines.map(row), { name: words.whole, money: total, periods: periods.map(({ money }) => money) }];
}

export function sheetColumns({ periods }: Spendometer): Column<SheetRow>[] {
  const sum = (id: string, title: string, of: (money: SpendMoney) => number): Column<SheetRow> => ({
    id,
    title,
    text: ({ money }) => sheetFigures(of(money)),
  });
  const cells = periods.flatMap(({ name }, index) => {
    const cell = (id: string, title: string, of: (cell: SpendCell) => number): Column<SheetRow> => ({
      id: `${id}${String(index)}`,
      title: `${name}: ${title}`,
      text: ({ periods: own }) => {
        const one = own[index];
        return one ? sheetFigures(of(one)) : "";
      },
    });
    return [
      cell("planned", words.planned, ({ plannedPence }) => plannedPence),
      cell("paid", words.paid, ({ paidPence }) => paidPence),
      cell("committed", words.committed, ({ committedPence }) => committedPence),
    ];
  });
  return [
    { id: "line", title: words.line, text: ({ name }) => name },
    sum("planned", words.planned, ({ plannedPence }) => plannedPence),
    sum("paid", words.paid, ({ paidPence }) => paidPence),
    sum("committed", words.committed, ({ committedPence }) => committedPence),
    sum("free", words.free, ({ freePence }) => freePence),
    sum("returned", words.returned, ({ returnedPence }) => returnedPence),
    ...cells,
  ];
}
