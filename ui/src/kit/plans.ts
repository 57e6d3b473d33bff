// The invented core's answers about the plans. `?draft=none` has no next plan; `?adoptable` has one without problems.
import type { BudgetTable, BudgetTableInput, PlanDraft, SavePlanDraftInput } from "$lib/ipc";
import type { Handler } from "$lib/ipc/fake";
import { budgetTable, planDraft, planList, planView } from "../test/plans";

export function planCore(asked: URLSearchParams): Record<string, Handler> {
  let draft: PlanDraft | null = asked.get("draft") === "none" ? null : planDraft;
  if (draft && asked.has("adoptable"))
    draft = { ...draft, problems: [], totalPence: 2_050_000, lineTotalsPence: [400_000, 250_000, 1_300_000, 100_000] };
  const start = (): PlanDraft => (draft ??= planDraft);
  return {
    plans: () => ({ ...planList, draft: draft !== null }),
    plan: ({ planId }) =>
      planId === "plan1"
        ? { ...planView, id: "plan1", name: "Second plan", state: "past", discrepancies: [] }
        : planView,
    save_plan_words: () => null,
    plan_draft: () => draft,
    start_plan_draft: () => start(),
    save_plan_draft: ({ input }) => {
      const { revision, plan } = input as SavePlanDraftInput;
      return { ...start(), revision: revision + 1, plan };
    },
    discard_plan_draft: () => (draft = null),
    adopt_plan: () => null,
    pick_budget_table: () => budgetTable,
    paste_budget_table: (): BudgetTable => ({ ...budgetTable, name: "" }),
    understand_budget_table: ({ input }): BudgetTable => ({
      ...budgetTable,
      columns: (input as BudgetTableInput).columns,
    }),
    put_budget_table: () => start(),
  };
}
