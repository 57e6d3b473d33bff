// What one reviewer has of one application, as a word and an icon, and what to ask about before papers go out.
import type { IconName } from "$lib/components/icons";
import type { InterestMatch, ReaderItem, Round, RoundApplication, RoundReader } from "$lib/ipc";
import { words } from "./words";

export type Looks = { icon: IconName; text: string; kind: "plain" | "quiet" | "ok" | "warn" };

const shares: Record<ReaderItem["share"], { icon: IconName; kind: Looks["kind"] }> = {
  gets: { icon: "check", kind: "plain" },
  conflicted: { icon: "ban", kind: "quiet" },
  doubtful: { icon: "circle-question-mark", kind: "warn" },
  leftOut: { icon: "minus", kind: "quiet" },
  notReadable: { icon: "eye-off", kind: "warn" },
  over: { icon: "minus", kind: "quiet" },
};
const progress: Partial<Record<ReaderItem["progress"], { icon: IconName; kind: Looks["kind"] }>> = {
  missing: { icon: "hourglass", kind: "plain" },
  in: { icon: "mail", kind: "ok" },
  inOlder: { icon: "mail", kind: "warn" },
  rival: { icon: "triangle-alert", kind: "warn" },
  late: { icon: "clock", kind: "warn" },
};

/** Before it went out, what they will get; afterwards, how far they are. */
export function looksOf(item: ReaderItem, sent: boolean): Looks {
  const far = progress[item.progress];
  const shown = far && (sent || item.progress !== "missing") ? far : undefined;
  if (shown && (item.share === "gets" || item.share === "over"))
    return { ...shown, text: words.progress[item.progress] };
  return { ...shares[item.share], text: words.shares[item.share] };
}

/** By what an application is called here. */
export function nameOf(application: RoundApplication): string {
  return application.groupName ?? application.reference;
}

export type Warning = { reader: RoundReader; application: RoundApplication; item: ReaderItem; match: InterestMatch };

/** Entries of the register of interests that look alike, of people who would get the application. */
export function warningsOf(round: Round): Warning[] {
  return round.readers.flatMap((reader) =>
    reader.items
      .filter(({ share }) => share === "gets")
      .flatMap((item) => {
        const application = round.applications.find(({ id }) => id === item.applicationId);
        return application ? item.matches.map((match) => ({ reader, application, item, match })) : [];
      }),
  );
}

/** References that a reviewer still owes. */
export function missingOf(round: Round, reader: RoundReader): string[] {
  return reader.items
    .filter(({ progress }) => progress === "missing")
    .map(({ applicationId }) => round.applications.find(({ id }) => id === applicationId)?.reference ?? "")
    .filter((reference) => reference !== "");
}
