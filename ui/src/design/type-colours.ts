import type { IndicatorType } from '@/ipc'

/** Indicator types in the domain's order. */
export const TYPE_ORDER: readonly IndicatorType[] = [
  '研发投入', '创新主体', '创新平台', '人才团队', '知识产权', '成果转化',
  '产业升级', '科技金融', '创新生态', '经济发展', '绿色民生',
]

/**
 * Colours of types, unlike the plans' colours in kind: one muted ramp in which neighbours differ in lightness,
 * so that the stacked bar stays readable in grey. The number beside the swatch carries the meaning.
 */
export function typeColour(type: IndicatorType): string {
  return `var(--type-${TYPE_ORDER.indexOf(type)})`
}

/** The ink that is read on a type's colour. */
export function typeInk(type: IndicatorType): string {
  return TYPE_ORDER.indexOf(type) % 2 === 0 ? 'var(--type-ink-dark)' : 'var(--type-ink-light)'
}
