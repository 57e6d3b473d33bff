// Which view stands for which screen. A screen without a view does not compile; its fields are the view's props.
import type { Component } from "svelte";
import SettingsScreen from "$features/settings/SettingsScreen.svelte";
import type { Screen } from "./screen";

type PropsOf<Name extends Screen["name"]> = Omit<Extract<Screen, { name: Name }>, "name">;

export const views: { [Name in Screen["name"]]: Component<PropsOf<Name>> } = {
  settings: SettingsScreen,
};
