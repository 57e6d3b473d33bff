// The feedback form as it starts: what was kept, with a box for each age group.
import type { TypedFeedback } from "$lib/ipc";
import { noDate } from "../grant/dates";

export function startOf(kept: TypedFeedback | null, ageGroups: readonly string[]): TypedFeedback {
  const start: TypedFeedback = kept ?? {
    receivedOn: { ...noDate },
    howMuch: "",
    howWell: "",
    difference: "",
    whoWasHeard: "",
    byAge: [],
    total: "",
    fromArea: "",
    mayPublishWords: false,
    mayPublishPhotos: false,
    namedAs: "",
  };
  const known = start.byAge.filter(({ age }) => !ageGroups.includes(age));
  const asked = ageGroups.map((age) => ({ age, count: start.byAge.find((one) => one.age === age)?.count ?? "" }));
  return { ...start, receivedOn: { ...start.receivedOn }, byAge: [...asked, ...known] };
}
