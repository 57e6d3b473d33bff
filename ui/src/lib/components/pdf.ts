// Draws pages of a document with pdf.js, in a worker that is part of the program. Nothing comes from the network.
import type { PDFDocumentProxy, PDFWorker, RenderTask } from "pdfjs-dist";

export type OpenPdf = { file: PDFDocumentProxy; close: () => void };
export type Drawing = { done: Promise<void>; cancel: () => void };

function bytesOf(given: Uint8Array | string): Uint8Array {
  // pdf.js takes the bytes it is given, so it gets its own.
  if (typeof given !== "string") return given.slice();
  return Uint8Array.from(atob(given), (letter) => letter.charCodeAt(0));
}

const library = () => import("pdfjs-dist/legacy/build/pdf.mjs");

/** Starts the worker, or runs its code in the window where the web view refuses workers. */
async function startWorker(): Promise<{ worker: PDFWorker; port: Worker | undefined }> {
  const pdf = await library();
  const { default: PdfThread } = await import("pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker");
  const port = new PdfThread({ name: "pdf" });
  const worker = pdf.PDFWorker.create({ port });
  const refused = new Promise<"refused">((resolve) => {
    port.addEventListener("error", () => {
      resolve("refused");
    });
  });
  if ((await Promise.race([worker.promise, refused])) !== "refused") return { worker, port };
  port.terminate();
  const inWindow = await import("pdfjs-dist/legacy/build/pdf.worker.min.mjs");
  (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = inWindow;
  return { worker: pdf.PDFWorker.create({}), port: undefined };
}

export async function openPdf(given: Uint8Array | string): Promise<OpenPdf> {
  const pdf = await library();
  const { worker, port } = await startWorker();
  const close = (): void => {
    worker.destroy();
    port?.terminate();
  };
  try {
    const file = await pdf.getDocument({
      data: bytesOf(given),
      worker,
      isEvalSupported: false,
      useWasm: false,
      enableXfa: false,
    }).promise;
    return {
      file,
      close: () => {
        void file.destroy().finally(close);
      },
    };
  } catch (unread) {
    close();
    throw unread;
  }
}

/** Draws one page as wide as `width`, with its words over it. */
export function pageOnto(
  file: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  letters: HTMLElement,
  width: number,
): Drawing {
  let cancelled = false;
  let task: RenderTask | undefined;
  const stop = (): boolean => cancelled;
  const draw = async (): Promise<void> => {
    const pdf = await library();
    const page = await file.getPage(number);
    if (stop()) return;
    const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
    const sharp = Math.min(window.devicePixelRatio || 1, 3);
    canvas.width = Math.floor(viewport.width * sharp);
    canvas.height = Math.floor(viewport.height * sharp);
    canvas.style.width = `${String(Math.floor(viewport.width))}px`;
    canvas.style.height = `${String(Math.floor(viewport.height))}px`;
    letters.replaceChildren();
    letters.style.setProperty("--total-scale-factor", String(viewport.scale));
    const transform = sharp === 1 ? {} : { transform: [sharp, 0, 0, sharp, 0, 0] };
    task = page.render({ canvas, viewport, ...transform });
    await task.promise;
    if (stop()) return;
    const layer = new pdf.TextLayer({ textContentSource: page.streamTextContent(), container: letters, viewport });
    await layer.render();
  };
  const done = draw().catch((thrown: unknown) => {
    if (!stop()) reportError(thrown);
  });
  return {
    done,
    cancel: () => {
      cancelled = true;
      task?.cancel();
    },
  };
}
