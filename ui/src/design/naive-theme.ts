import type { GlobalThemeOverrides } from 'naive-ui'

const FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif'

/** Naive UI in the same ink and on the same grounds as the rest of the page; it cannot read CSS variables. */
export function naiveOverrides(dark: boolean): GlobalThemeOverrides {
  const accent = dark ? '#ee7c69' : '#a32b1e'
  return {
    common: {
      fontFamily: FONT,
      fontSize: '13px',
      fontSizeSmall: '12px',
      fontSizeMedium: '13px',
      borderRadius: '2px',
      borderRadiusSmall: '2px',
      primaryColor: accent,
      primaryColorHover: accent,
      primaryColorPressed: accent,
      primaryColorSuppl: accent,
      bodyColor: dark ? '#161615' : '#ffffff',
      popoverColor: dark ? '#1e1e1c' : '#ffffff',
      cardColor: dark ? '#1e1e1c' : '#ffffff',
      textColorBase: dark ? '#eceae4' : '#1c1c1a',
      textColor1: dark ? '#eceae4' : '#1c1c1a',
      textColor2: dark ? '#eceae4' : '#1c1c1a',
      textColor3: dark ? '#98968e' : '#6e6e67',
      dividerColor: dark ? '#31312e' : '#e3e1da',
      borderColor: dark ? '#4b4a45' : '#c6c3b9',
      hoverColor: dark ? '#282826' : '#f2f0ea',
      boxShadow2: dark ? '0 4px 16px rgb(0 0 0 / 0.6)' : '0 4px 16px rgb(0 0 0 / 0.14)',
    },
    Dropdown: { optionHeightSmall: '26px', optionHeightMedium: '28px', padding: '4px 0' },
    Popover: { padding: '8px 12px' },
  }
}
