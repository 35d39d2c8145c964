/** What every part of the page needs: texts, figures, the domain's words. */
export * from './clipboard'
export * from './format'
export * from './words'
export * from './history-words'
export { language, t, type MessageKey } from './i18n'
