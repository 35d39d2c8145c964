/**
 * Texts in two languages. `t` may be called anywhere, in components and outside; in templates and computed
 * values it follows the language by itself.
 */
import { createI18n } from 'vue-i18n'
import type { Language } from '@/ipc'
import { en } from './messages/en'
import { zh, type Messages } from './messages/zh'

type Paths<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}` }[keyof T & string]

/** Every key of the texts, as a dotted path. */
export type MessageKey = Paths<Messages>

export const i18n = createI18n<[Messages], Language, false>({
  legacy: false,
  locale: 'zh-CN',
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': zh, en },
})

type Translate = (key: string, named: Record<string, unknown>, plural?: number) => string

/** The text for a key in the current language. A number named `n` also chooses the English plural form. */
export function t(key: MessageKey, named: Record<string, string | number> = {}): string {
  const translate = i18n.global.t as unknown as Translate
  return typeof named.n === 'number' ? translate(key, named, named.n) : translate(key, named)
}

/** The current language. */
export function language(): Language {
  return i18n.global.locale.value
}

/** Changes the language at once, without a restart. */
export function setLanguage(next: Language): void {
  i18n.global.locale.value = next
  document.documentElement.lang = next
}

/** Chinese if the system is Chinese in any form, else English. */
export function systemLanguage(preferred: readonly string[] = navigator.languages): Language {
  return preferred.length === 0 || preferred[0]?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}
