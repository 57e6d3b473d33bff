// What is done with a paper once it is filed.
import type { IssuedPaper } from "$lib/ipc";
import type { Screen } from "$shell/screen";

export type Next = { step: "sign" | "feedback" | "grant" | "application"; to: Screen };

export function nextAfter({ document, grantId, applicationId }: IssuedPaper): Next | undefined {
  if (grantId !== null) {
    if (document === "agreement") return { step: "sign", to: { name: "agreement", id: grantId } };
    if (document === "feedbackForm" || document === "receiptSheet" || document === "storyConsent")
      return { step: "feedback", to: { name: "recordFeedback", id: grantId } };
    return { step: "grant", to: { name: "grant", id: grantId } };
  }
  return applicationId === null ? undefined : { step: "application", to: { name: "application", id: applicationId } };
}

/** The pages that the file has not. */
export function missingOf(pages: number, found: readonly number[]): number[] {
  return Array.from({ length: pages }, (_, index) => index + 1).filter((page) => !found.includes(page));
}
