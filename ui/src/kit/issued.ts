// Papers that were issued, on the invented core.
import type { IssuedPaper } from "$lib/ipc";
import { Refusal, type Handler } from "$lib/ipc/fake";

export function issuedPaper(part: Partial<IssuedPaper> = {}): IssuedPaper {
  return {
    issueId: "i1",
    code: "7KQX-M2PD-9RTA",
    document: "agreement",
    size: "standard",
    pages: 2,
    applicationId: "a5",
    grantId: "g5",
    reference: "CC-2022-005",
    group: "Brightwater Steel Pans",
    issuedOn: "2022-11-01",
    issuedBy: "Joan Pelham",
    wordingVersion: 1,
    kept: true,
    sealed: false,
    ...part,
  };
}

export const issuedPapers: IssuedPaper[] = [
  issuedPaper({ issueId: "i3", code: "2H8V-K6WN-4YCE", document: "feedbackForm", issuedOn: "2022-12-02" }),
  issuedPaper(),
  issuedPaper({ issueId: "i2", code: "C5TB-0JZG-R7XA", document: "decisionLetter", issuedOn: "2022-10-24" }),
];

export function issuedCore(samplePdf: () => string): Record<string, Handler> {
  return {
    check_paper: ({ code }) => {
      const plain = String(code).toUpperCase().replace(/[\s-]/g, "");
      const found = issuedPapers.find((paper) => paper.code.replaceAll("-", "") === plain);
      if (!found) throw new Refusal({ code: "paperUnknown" });
      return found;
    },
    papers_of: () => issuedPapers,
    issued_paper: () => ({ title: "Agreement", fileName: "agreement.pdf", pages: 2, base64: samplePdf() }),
  };
}
