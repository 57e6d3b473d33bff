import { svelte } from "@sveltejs/vite-plugin-svelte";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig(({ mode }) => ({
  base: "/",
  plugins: [svelte()],
  resolve: {
    alias: {
      $lib: at("./src/lib"),
      $words: at("./src/words"),
      $shell: at("./src/shell"),
      $features: at("./src/features"),
    },
    // Svelte ships one build for servers and one for browsers; the tests need the second.
    ...(mode === "test" ? { conditions: ["browser"] } : {}),
  },
  css: { preprocessorOptions: { scss: { loadPaths: [at("./node_modules")], quietDeps: true } } },
  clearScreen: false,
  server: { port: 1420, strictPort: true },
  worker: { format: "es" },
  build: {
    target: ["es2022", "safari16.4"],
    // The content security policy allows no data: fonts or scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2500,
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.ts"],
    setupFiles: ["./src/test/setup.ts"],
    restoreMocks: true,
  },
}));
