import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { Refusal, type FakeCore, type Handler } from "$lib/ipc/fake";
import type { KeepWordingInput, TryWordingInput, WordingDraft, WordingPage, WordingTried } from "$lib/ipc";
import { navigation } from "$shell/navigation.svelte";
import { saved } from "$shell/saved.svelte";
import { session as sitting } from "$shell/session.svelte";
import { toast } from "$shell/toast.svelte";
import { samplePdf } from "../../kit/paper";
import { session } from "../../kit/sample";
import { agreementWords } from "../../kit/wordings";
import { openAt } from "../../test/open";

const at = (handlers: Record<string, Handler> = {}): Promise<FakeCore> =>
  openAt({ name: "wording", document: "agreement" }, handlers);
const box = async (): Promise<HTMLTextAreaElement> => screen.findByRole("textbox", { name: "The words" });
const press = async (name: string | RegExp): Promise<void> =>
  userEvent.click(await screen.findByRole("button", { name }));
const sent = (core: FakeCore, command: string): unknown[] =>
  core.calls.filter((call) => call.command === command).map(({ args }) => args.input);
const pages = { title: "Agreement", fileName: "a.pdf", pages: 1, base64: samplePdf() };
const refuse = (error: ConstructorParameters<typeof Refusal>[0]) => () => {
  throw new Refusal(error);
};
async function goToEnd(): Promise<HTMLTextAreaElement> {
  const words = await box();
  words.focus();
  words.setSelectionRange(words.value.length, words.value.length);
  return words;
}
/** Types at the end. */
async function type(typed: string): Promise<HTMLTextAreaElement> {
  const words = await goToEnd();
  await userEvent.keyboard(typed.replace(/[{[]/g, "$&$&"));
  return words;
}
/** Puts words in at the end all at once, however slow the machine is. */
async function paste(pasted: string): Promise<void> {
  await goToEnd();
  await userEvent.paste(pasted);
}

test("the list says which words are changed, by whom and when, and opens them by keyboard", async () => {
  await openAt({ name: "wordings" });
  const row = await screen.findByRole("row", { name: /Grant agreement/ });
  expect(row.textContent).toMatch(/Changed.*12 January 2023.*Joan Pelham/);
  expect(screen.getByRole("row", { name: /Reminder letters/ }).textContent).toMatch(/As supplied/);
  // Put back: as supplied, and still said by whom.
  expect(screen.getByRole("row", { name: /Closing letter/ }).textContent).toMatch(/As supplied.*Marcia Lowe/);
  expect(screen.getByText("1 of 8 documents with your own words.")).toBeTruthy();
  row.focus();
  await userEvent.keyboard("{Enter}");
  expect(navigation.screen).toEqual({ name: "wording", document: "agreement" });
});

test("the example is made once after the typing stops, and again in large print", async () => {
  const core = await at();
  await waitFor(() => expect(sent(core, "try_wording")).toHaveLength(1));
  await type("More");
  await waitFor(() => expect(sent(core, "try_wording")).toHaveLength(2), { timeout: 3000 });
  expect(sent(core, "try_wording").at(-1)).toEqual({
    document: "agreement",
    text: `${agreementWords.text}More`,
    size: "standard",
  });
  await userEvent.click(screen.getByRole("radio", { name: "Large print" }));
  await waitFor(() => expect(sent(core, "try_wording").at(-1)).toHaveProperty("size", "large"), { timeout: 3000 });
});

test("an answer to older words is dropped when it comes late", async () => {
  const answers: ((tried: WordingTried) => void)[] = [];
  const core = await at({ try_wording: () => new Promise<WordingTried>((resolve) => answers.push(resolve)) });
  await waitFor(() => expect(answers).toHaveLength(1));
  await type("More");
  await waitFor(() => expect(sent(core, "try_wording")).toHaveLength(2), { timeout: 3000 });
  answers[1]?.({ fault: null, long: [], pages });
  expect(await screen.findByText("Nothing to put right.")).toBeTruthy();
  answers[0]?.({ fault: { line: 3, problem: "loneStar", name: "" }, long: [], pages: null });
  await Promise.resolve();
  await waitFor(() => expect(screen.queryByText(/A star stands alone/)).toBeNull());
});

test("a fault stands with its line and leads there; a long sentence is a warning", async () => {
  await at({
    try_wording: ({ input }): WordingTried => {
      const bad = (input as TryWordingInput).text.endsWith("{");
      return {
        fault: bad ? { line: 8, problem: "unknownField", name: "gruop" } : null,
        long: [{ line: 14, words: 26 }],
        pages: bad ? null : pages,
      };
    },
  });
  expect(await screen.findByRole("link", { name: "Line 14: 26 words. Try two sentences." })).toBeTruthy();
  expect(screen.getByText("1 long sentence. You can still save.")).toBeTruthy();
  const words = await type("{");
  const link = await screen.findByRole(
    "link",
    { name: "Line 8: {gruop} is not a field of this section. Choose one from the list." },
    { timeout: 3000 },
  );
  expect(words.getAttribute("aria-invalid")).toBe("true");
  // The example stays, and says that it is older.
  expect(screen.getByText(/The example shows the words as they were before\. Line 8/)).toBeTruthy();
  await userEvent.click(link);
  expect(document.activeElement).toBe(words);
  expect(words.value.slice(words.selectionStart, words.selectionEnd)).toMatch(/^This is an agreement between/);
});

test("the fields of the section are offered where the cursor is, and go in there", async () => {
  await at();
  const words = await box();
  words.focus();
  const place = words.value.indexOf("Use the grant only");
  words.setSelectionRange(place, place);
  await userEvent.keyboard("{ArrowLeft}");
  expect(await screen.findByText("Fields you can use in [clauses]")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /Put in \{lto\}/ })).toBeNull();
  const before = words.selectionStart;
  const field = screen.getByRole("button", { name: "Put in {end_of_funding}" });
  field.focus();
  await userEvent.keyboard("{Enter}");
  expect(words.value.slice(before, before + 16)).toBe("{end_of_funding}");
  expect(document.activeElement).toBe(words);
});

test("a section that must have a field says so, and a section that is missing can be added", async () => {
  const without = agreementWords.text.replace(/\[left-blank\].*\n/, "");
  await at({ wording: () => ({ ...agreementWords, text: without }) });
  const words = await box();
  words.focus();
  words.setSelectionRange(words.value.indexOf("Your"), words.value.indexOf("this is your grant"));
  await userEvent.click(await screen.findByRole("button", { name: "Go to [title]", hidden: true }));
  expect(await screen.findByRole("button", { name: "Put in {amount}, must stand in this section" })).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Add [left-blank] at the end", hidden: true }));
  await waitFor(() => expect(words.value.endsWith("\n[left-blank] ")).toBe(true));
});

test("words are saved after the version they began with, and the next save comes after that", async () => {
  let version = 2;
  let text = agreementWords.text;
  const core = await at({
    wording: () => ({ ...agreementWords, text, version }),
    save_wording: ({ input }) => {
      text = (input as { text: string }).text;
      version += 1;
      return null;
    },
  });
  await type("A");
  expect(screen.getByText("Kept, not in force yet")).toBeTruthy();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByText("Everything here is saved")).toBeTruthy();
  await type("B");
  await press(/Save these words/);
  await waitFor(() => expect(sent(core, "save_wording")).toHaveLength(2));
  expect(sent(core, "save_wording")).toEqual([
    { document: "agreement", text: `${agreementWords.text}A`, version: 2 },
    { document: "agreement", text: `${agreementWords.text}AB`, version: 3 },
  ]);
});

test("with nothing changed there is no new version", async () => {
  const core = await at();
  await press(/Save these words/);
  expect(await screen.findByText("There is nothing new to save.")).toBeTruthy();
  expect(sent(core, "save_wording")).toEqual([]);
});

test("a refused save keeps what was typed, says the line and goes there", async () => {
  await at({
    try_wording: () => ({ fault: null, long: [], pages }),
    save_wording: refuse({ code: "wordingRefused", fault: { line: 5, problem: "missingField", name: "amount" } }),
  });
  const words = await type("typed");
  await press(/Save these words/);
  const link = (await screen.findAllByRole("link", { name: "Line 5: This section must have {amount} in it." }))[0];
  if (!link) throw new Error("no link");
  expect(words.value.endsWith("typed")).toBe(true);
  await userEvent.click(link);
  expect(words.value.slice(words.selectionStart, words.selectionEnd)).toMatch(/^\[title\]/);
});

test("when somebody else saved, mine stays in the box, theirs can be looked at, and mine comes after theirs", async () => {
  let theirs = false;
  const core = await at({
    wording: () =>
      theirs
        ? {
            ...agreementWords,
            text: "[title] Theirs",
            version: 3,
            versions: [
              { version: 3, madeOn: "2023-01-17", madeBy: "Marcia Lowe", restored: false },
              ...agreementWords.versions,
            ],
          }
        : agreementWords,
    save_wording: ({ input }) => {
      if ((input as { version: number }).version === 2) {
        theirs = true;
        throw new Refusal({ code: "changedElsewhere" });
      }
      return null;
    },
  });
  const words = await type("mine");
  await press(/Save these words/);
  expect(await screen.findByText("Somebody else saved other words in the meantime")).toBeTruthy();
  await press("Look at their words");
  const dialog = await screen.findByRole("dialog", { name: /Version 3, 17 January 2023, Marcia Lowe/ });
  expect(await within(dialog).findByText("[title] Theirs")).toBeTruthy();
  expect(words.value.endsWith("mine")).toBe(true);
  await userEvent.click(within(dialog).getByRole("button", { name: "Close" }));
  await press(/Save these words/);
  await waitFor(() =>
    expect(sent(core, "save_wording").at(-1)).toEqual({
      document: "agreement",
      text: `${agreementWords.text}mine`,
      version: 3,
    }),
  );
});

test("a full disk loses nothing", async () => {
  await at({ save_wording: refuse({ code: "diskFull" }) });
  const words = await type("typed");
  await press(/Save these words/);
  expect(await screen.findByText("Not saved. The disk is full")).toBeTruthy();
  expect(words.value.endsWith("typed")).toBe(true);
  expect(saved.bad).toBe(true);
});

test("the supplied words are put back only after a question; what was typed can be brought back", async () => {
  let restored = false;
  const core = await at({
    wording: () =>
      restored ? { ...agreementWords, text: agreementWords.original, version: 3, versions: [] } : agreementWords,
    save_wording: () => {
      restored = true;
      return null;
    },
  });
  const words = await type("typed");
  await press("Put the supplied words back");
  expect(await screen.findByText(/What you typed and did not save is taken away too/)).toBeTruthy();
  await press("Keep our words");
  expect(sent(core, "save_wording")).toEqual([]);
  await press("Put the supplied words back");
  await press("Put them back");
  await waitFor(() => expect(words.value).toBe(agreementWords.original));
  expect(sent(core, "save_wording")).toEqual([{ document: "agreement", text: null, version: 2 }]);
  expect(screen.queryByRole("button", { name: "Put the supplied words back" })).toBeNull();
  await press(/Undo/);
  await waitFor(() => expect(words.value.endsWith("typed")).toBe(true));
});

test("an earlier version is looked at, and its words are taken up without being in force", async () => {
  const core = await at();
  await press("Earlier versions");
  await userEvent.click(await screen.findByRole("link", { name: "Version 1, 5 December 2022, Marcia Lowe" }));
  await press("Take these words up again");
  const words = await box();
  expect(words.value).toMatch(/Good news: your grant/);
  expect(screen.getByText("Kept, not in force yet")).toBeTruthy();
  expect(sent(core, "save_wording")).toEqual([]);
  await press(/Undo/);
  await waitFor(() => expect(words.value).toBe(agreementWords.text));
});

/** What was typed, as the core has it between two visits. */
function register(draft: WordingDraft | null = null, page: WordingPage = agreementWords) {
  let kept = draft;
  const handlers: Record<string, Handler> = {
    wording: () => ({ ...page, draft: kept }),
    keep_wording: ({ input }) => {
      const { text, version } = input as KeepWordingInput;
      kept = text === page.text ? null : { text, version, keptOn: "2023-01-17" };
      return null;
    },
  };
  return { handlers, draft: (): WordingDraft | null => kept };
}
const typedBefore: WordingDraft = { text: `${agreementWords.text}From before`, version: 1, keptOn: "2023-05-03" };
const typedLine = "You typed this on 3 May 2023 and did not save it. It is not in force.";

test("what is typed is kept after a pause, once, with the version it began with", async () => {
  const core = await at();
  await paste("typed");
  expect(sent(core, "keep_wording")).toEqual([]);
  const input = { document: "agreement", text: `${agreementWords.text}typed`, version: 2 };
  await waitFor(() => expect(sent(core, "keep_wording")).toEqual([input]), { timeout: 3000 });
  await waitFor(() => expect(saved.text).toBe("The words are kept, not in force yet"));
  expect(saved.bad).toBe(false);
  expect(sent(core, "save_wording")).toEqual([]);
});

test("going elsewhere asks nothing; what was typed is there after coming back, and can be saved", async () => {
  const { handlers, draft } = register();
  const core = await at(handlers);
  await type("typed");
  await userEvent.click(screen.getByRole("link", { name: "Home" }));
  expect(navigation.screen.name).toBe("home");
  await waitFor(() => expect(draft()?.text).toBe(`${agreementWords.text}typed`));
  navigation.back();
  expect(await screen.findByText(/You typed this on 17 January 2023 and did not save it/)).toBeTruthy();
  expect((await box()).value.endsWith("typed")).toBe(true);
  await press(/Save these words/);
  await waitFor(() => expect(screen.queryByText(/You typed this on/)).toBeNull());
  expect(sent(core, "save_wording")).toEqual([
    { document: "agreement", text: `${agreementWords.text}typed`, version: 2 },
  ]);
});

test("locking waits until what was typed a moment before is kept", async () => {
  let settle: () => void = () => undefined;
  const core = await at({
    keep_wording: () => new Promise<null>((resolve) => (settle = (): void => resolve(null))),
  });
  await paste("typed");
  expect(sent(core, "keep_wording")).toEqual([]);
  const locked = sitting.lock();
  await waitFor(() => expect(sent(core, "keep_wording")).toHaveLength(1));
  expect(core.calls.some(({ command }) => command === "lock_register")).toBe(false);
  settle();
  await locked;
  expect(core.calls.at(-1)?.command).toBe("lock_register");
  expect(sent(core, "keep_wording")).toHaveLength(1);
});

test("what was typed on another day is thrown away, and comes back with Undo", async () => {
  const { handlers, draft } = register(typedBefore);
  await at(handlers);
  expect(await screen.findByText(typedLine)).toBeTruthy();
  const words = await box();
  expect(words.value).toBe(typedBefore.text);
  await press("Throw away what I typed");
  expect(words.value).toBe(agreementWords.text);
  expect(document.activeElement).toBe(words);
  expect(screen.queryByText(typedLine)).toBeNull();
  expect(screen.queryByRole("button", { name: "Throw away what I typed" })).toBeNull();
  await waitFor(() => expect(draft()).toBeNull(), { timeout: 3000 });
  await press(/Undo/);
  await waitFor(() => expect(words.value).toBe(typedBefore.text));
  expect(screen.getByText(typedLine)).toBeTruthy();
  // It stands on the version it began with, so that a save still tells of other words.
  await waitFor(() => expect(draft()).toMatchObject({ text: typedBefore.text, version: 1 }));
});

test("Undo brings back what was thrown away from elsewhere, and into the editor that was opened again", async () => {
  const { handlers, draft } = register(typedBefore);
  const core = await at(handlers);
  const throwAwayAndGo = async (): Promise<void> => {
    saved.all();
    await press("Throw away what I typed");
    navigation.go({ name: "home" });
    // It is kept that there is nothing to keep: what the view left behind does nothing more by itself.
    await waitFor(() => expect(saved.text).toMatch(/^Saved at/));
    expect(draft()).toBeNull();
  };
  await throwAwayAndGo();
  await toast.undo();
  await waitFor(() => expect(draft()?.text).toBe(typedBefore.text));
  navigation.back();
  await throwAwayAndGo();
  navigation.back();
  await waitFor(() => expect(core.calls.filter(({ command }) => command === "wording")).toHaveLength(3));
  const words = await box();
  expect(words.value).toBe(agreementWords.text);
  await toast.undo();
  await waitFor(() => expect(words.value).toBe(typedBefore.text));
});

test("what stands on words that somebody else changed since is not saved over theirs unseen", async () => {
  const { handlers } = register(typedBefore);
  const core = await at({
    ...handlers,
    save_wording: ({ input }) => {
      if ((input as { version: number }).version === 1) throw new Refusal({ code: "changedElsewhere" });
      return null;
    },
  });
  await press(/Save these words/);
  expect(await screen.findByText("Somebody else saved other words in the meantime")).toBeTruthy();
  await press("Look at their words");
  const dialog = await screen.findByRole("dialog", { name: /Version 2, 12 January 2023, Joan Pelham/ });
  await userEvent.click(within(dialog).getByRole("button", { name: "Close" }));
  expect((await box()).value).toBe(typedBefore.text);
  await waitFor(() => expect(sent(core, "keep_wording").at(-1)).toHaveProperty("version", 2), { timeout: 3000 });
  await press(/Save these words/);
  await waitFor(() => expect(sent(core, "save_wording").at(-1)).toHaveProperty("version", 2));
});

test("when what is typed cannot be kept, that is said; it stays in the box, and is there after coming back", async () => {
  let full = true;
  const core = await at({
    keep_wording: () => {
      if (full) throw new Refusal({ code: "diskFull" });
      return null;
    },
  });
  await type("typed");
  expect(await screen.findByRole("heading", { name: "Not saved. The disk is full" }, { timeout: 3000 })).toBeTruthy();
  expect(screen.getByText("Not kept, not in force")).toBeTruthy();
  expect([saved.text, saved.bad]).toEqual(["Not saved. The disk is full", true]);
  navigation.go({ name: "home" });
  navigation.back();
  expect((await box()).value.endsWith("typed")).toBe(true);
  full = false;
  await press("Try again");
  expect(await screen.findByText("Kept, not in force yet")).toBeTruthy();
  expect(sent(core, "keep_wording").at(-1)).toHaveProperty("text", `${agreementWords.text}typed`);
});

test("words that are too long to keep are said to be so", async () => {
  await at({
    keep_wording: refuse({ code: "fields", problems: [{ field: "text", fault: "tooLong", most: 100_000 }] }),
  });
  await paste("typed");
  expect(await screen.findByRole("heading", { name: "These words are too long" }, { timeout: 3000 })).toBeTruthy();
  expect(screen.getByText("The number of letters must be 100,000 or fewer")).toBeTruthy();
});

test("the list says where something is typed and not in force, and waits until it is kept", async () => {
  let settle: () => void = () => undefined;
  const core = await at({
    keep_wording: () => new Promise<null>((resolve) => (settle = (): void => resolve(null))),
  });
  await type("typed");
  navigation.go({ name: "wordings" });
  await waitFor(() => expect(sent(core, "keep_wording")).toHaveLength(1));
  expect(core.calls.some(({ command }) => command === "wordings")).toBe(false);
  settle();
  const row = await screen.findByRole("row", { name: /Reminder letters/ });
  expect(row.textContent).toMatch(/As supplied\s+Typed, not in force/);
  expect(screen.getByRole("row", { name: /Grant agreement/ }).textContent).not.toMatch(/Typed/);
});

test("somebody who does not keep the records reads the words and changes nothing", async () => {
  await openAt({ name: "wording", document: "agreement" }, {}, { ...session, may: ["readSealed"] });
  const words = await box();
  expect(words.readOnly).toBe(true);
  expect(screen.getByText(/The co-ordinator changes them/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: /Save these words/ })).toBeNull();
  await press("Earlier versions");
  await userEvent.click(await screen.findByRole("link", { name: /Version 1/ }));
  await screen.findByRole("dialog", { name: /The words of Version 1/ });
  expect(screen.queryByRole("button", { name: "Take these words up again" })).toBeNull();
});
