/** Paths of the line icons. */
export const ICONS = {
  overview: 'M3.5 3.5h5v13h-5zM11.5 3.5h5v13h-5z',
  indicators: 'M2.5 5h15M2.5 10h15M2.5 15h15M7 2.5v15',
  charts: 'M3 17h14M5 14v-4M9 14v-9M13 14v-6M17 14v-2',
  panel: 'M3 4.5h14v11h-14zM8 4.5v11',
  search: 'M8.5 3a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11zM12.7 12.7l4.8 4.8',
  plus: 'M10 4v12M4 10h12',
  close: 'M5 5l10 10M15 5l-10 10',
  down: 'M5 7.5l5 5l5-5',
  print: 'M6 7v-4h8v4M6 14h-2.5v-7h13v7h-2.5M6 11.5h8v5.5h-8z',
  intake: 'M3 5l1.6 1.6l2.8-3.2M3 13.4l1.6 1.6l2.8-3.2M10 5.5h7.5M10 13.9h7.5',
  back: 'M16 10h-12M8.5 5l-5 5l5 5',
  forward: 'M4 10h12M11.5 5l5 5l-5 5',
  undo: 'M7 4l-4 4l4 4M3 8h8.5a4.2 4.2 0 0 1 0 8.4h-4',
  redo: 'M13 4l4 4l-4 4M17 8h-8.5a4.2 4.2 0 0 0 0 8.4h4',
  check: 'M4 10.5l4 4l8.5-9.5',
  pencil: 'M4 16l1-4l8-8l3 3l-8 8z',
} as const

export type IconName = keyof typeof ICONS
