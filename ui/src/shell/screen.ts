// Every view there is. A new view is a line here, a line in views.ts and, for the left list, a line in places.ts.
export type Screen = { name: "settings" };

/** A bench is one job in hand: no left list, a plain way out. Only views named here have one. */
export type Bench = { leave: string; place: string };

export const benches: Partial<Record<Screen["name"], Bench>> = {};
