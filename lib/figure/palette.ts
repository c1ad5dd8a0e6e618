import type { Theme } from '../view-state/view-state';

/** A colour of a theme, by the name that its CSS custom property has. */
export type ColourName = keyof typeof DARK;
export type Palette = Readonly<Record<ColourName, string>>;

const DARK = {
  ground: '#0f131d',
  surface: '#161d2b',
  'surface-raised': '#1d2536',
  'surface-selected': '#22304d',
  line: '#2a3346',
  'line-strong': '#46536d',
  text: '#eef2f8',
  'text-dim': '#a3afc2',
  focus: '#8fc7ff',
  good: '#34d399',
  warn: '#fbbf58',
  bad: '#ff9d8f',
  'type-pid': '#e69f00',
  'type-net': '#56b4e9',
  'type-mnt': '#1fb58f',
  'type-user': '#f0e442',
  'type-ipc': '#7c93ff',
  'type-uts': '#ff7f50',
  'type-cgroup': '#d27db3',
  'type-time': '#d3d9e4',
  'type-pid-text': '#f0b030',
  'type-net-text': '#74c3f0',
  'type-mnt-text': '#3fcaa6',
  'type-user-text': '#f0e442',
  'type-ipc-text': '#9cadff',
  'type-uts-text': '#ff9a75',
  'type-cgroup-text': '#e6a6cf',
  'type-time-text': '#c4ccd9',
  'on-type': '#0f131d',
};

const LIGHT: Palette = {
  ground: '#f6f7fa',
  surface: '#ffffff',
  'surface-raised': '#eef1f6',
  'surface-selected': '#dce8fb',
  line: '#d5dbe6',
  'line-strong': '#9aa6ba',
  text: '#151b27',
  'text-dim': '#526078',
  focus: '#0b62c4',
  good: '#086f4a',
  warn: '#8d5b00',
  bad: '#b3261e',
  'type-pid': '#e09600',
  'type-net': '#3f9fdb',
  'type-mnt': '#1aa381',
  'type-user': '#d8c400',
  'type-ipc': '#6a80f2',
  'type-uts': '#ee6c3b',
  'type-cgroup': '#cc6fa9',
  'type-time': '#a7b2c6',
  'type-pid-text': '#855800',
  'type-net-text': '#0f649c',
  'type-mnt-text': '#006a51',
  'type-user-text': '#6a6000',
  'type-ipc-text': '#3d4fc4',
  'type-uts-text': '#a83b10',
  'type-cgroup-text': '#97387a',
  'type-time-text': '#4d5a70',
  'on-type': '#10151f',
};

const CONTRAST: Palette = {
  ground: '#000000',
  surface: '#000000',
  'surface-raised': '#16181d',
  'surface-selected': '#00264f',
  line: '#8b93a1',
  'line-strong': '#d5dae3',
  text: '#ffffff',
  'text-dim': '#d9dee6',
  focus: '#ffdd00',
  good: '#4dffb0',
  warn: '#ffd24d',
  bad: '#ffb8ae',
  'type-pid': '#f0a800',
  'type-net': '#5cc0f7',
  'type-mnt': '#1cc59b',
  'type-user': '#f6ea4a',
  'type-ipc': '#8b9eff',
  'type-uts': '#ff875a',
  'type-cgroup': '#dd86bd',
  'type-time': '#dfe4ec',
  'type-pid-text': '#ffc04a',
  'type-net-text': '#8fd3ff',
  'type-mnt-text': '#5ce0bd',
  'type-user-text': '#f6ea4a',
  'type-ipc-text': '#b9c4ff',
  'type-uts-text': '#ffb196',
  'type-cgroup-text': '#f2bfe0',
  'type-time-text': '#dfe4ec',
  'on-type': '#000000',
};

/** The colours of app/globals.css for pictures that no stylesheet reaches; a test holds them equal. */
export const PALETTES: Readonly<Record<Theme, Palette>> = {
  dark: DARK,
  light: LIGHT,
  contrast: CONTRAST,
};

/**
 * What `color-mix(in srgb, colour percent%, ground)` comes to.
 * @param colour and `ground` as `#rrggbb`
 */
export function mix(colour: string, percent: number, ground: string): string {
  const part = (at: number) => {
    const [one, other] = [colour, ground].map((each) => parseInt(each.slice(at, at + 2), 16));
    const mixed = ((one ?? 0) * percent + (other ?? 0) * (100 - percent)) / 100;
    return Math.round(mixed).toString(16).padStart(2, '0');
  };
  return `#${part(1)}${part(3)}${part(5)}`;
}
