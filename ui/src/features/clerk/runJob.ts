// What somebody does with a run, each in its own small form.
export type RunJob = "approve" | "sendBack" | "drop" | "pay";
