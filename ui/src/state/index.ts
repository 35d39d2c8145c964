/** The state of the window. */
export { useComparison, useOverview } from './comparison'
export { activeParts, emptyFilter, facetWords, LIST_FACETS, sharing, toggled, withFacet, withSharing, without, type ActivePart, type ListFacet, type Sharing } from './filter'
export { useJobs, type Job } from './jobs'
export { useLibrary } from './library'
export { useNotices, type Notice } from './notices'
export { asked } from './asked'
export type { Page, SavedView, Sort, ThemeChoice } from './saved-view'
export { useView } from './view'
