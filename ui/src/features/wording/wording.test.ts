import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { Refusal, type FakeCore, type Handler } from "$lib/ipc/fake";
import type { TryWordingInput, WordingTried } from "$lib/ipc";
import { navigation } from "$shell/navigation.svelte";
import { saved } from "$shell/saved.svelte";
import { session as sitting } from "$shell/session.svelte";
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
/** Types at the end. */
async function type(words: string): Promise<HTMLTextAreaElement> {
  const words_ = await box();
  words_.focus();
  words_.setSelectionRange(words_.value.length, words_.value.length);
  await userEvent.keyboard(words.replace(/[{[]/g, "$&$&"));
  return words_;
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
  expect(screen.getByText("Not saved yet")).toBeTruthy();
  expect(saved.text).toBe("The words are not saved yet");
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
  expect(screen.getByText("Not saved yet")).toBeTruthy();
  expect(sent(core, "save_wording")).toEqual([]);
  await press(/Undo/);
  await waitFor(() => expect(words.value).toBe(agreementWords.text));
});

test("going elsewhere with unsaved words asks first", async () => {
  const core = await at();
  const words = await type("typed");
  await userEvent.click(screen.getByRole("link", { name: "Home" }));
  expect(await screen.findByRole("dialog", { name: "Save these words before you go?" })).toBeTruthy();
  await press("Stay here");
  expect(navigation.screen.name).toBe("wording");
  expect(words.value.endsWith("typed")).toBe(true);
  navigation.back();
  await press("Save and go");
  await waitFor(() => expect(navigation.screen.name).toBe("home"));
  expect(sent(core, "save_wording")).toHaveLength(1);
});

test("when the words cannot be saved, nobody is taken away from them", async () => {
  await at({ save_wording: refuse({ code: "diskFull" }) });
  const words = await type("typed");
  navigation.go({ name: "home" });
  await press("Save and go");
  expect(await screen.findByText("Not saved. The disk is full")).toBeTruthy();
  expect(navigation.screen.name).toBe("wording");
  expect(words.value.endsWith("typed")).toBe(true);
  navigation.go({ name: "home" });
  await press("Go without saving");
  await waitFor(() => expect(navigation.screen.name).toBe("home"));
  expect(saved.text).toBe("Everything is saved");
});

test("saved words are left without a question, and locking asks nobody", async () => {
  await at();
  await box();
  navigation.go({ name: "home" });
  expect(navigation.screen.name).toBe("home");
  navigation.back();
  await type("typed");
  await sitting.lock();
  expect(sitting.open).toBeUndefined();
  navigation.go({ name: "settings" });
  expect(navigation.screen.name).toBe("settings");
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
