/** Kinds of document in English. The Chinese word is the plan's own; the English one only says what to expect. */
const ENGLISH: readonly (readonly [string, string])[] = [
  ['政府工作报告', 'Government work report'],
  ['工作报告', 'Work report'],
  ['工作要点', 'Work priorities'],
  ['工作计划', 'Work plan'],
  ['工作方案', 'Work programme'],
  ['工作安排', 'Work arrangements'],
  ['实施方案', 'Implementation plan'],
  ['实施意见', 'Implementation opinions'],
  ['实施细则', 'Implementation rules'],
  ['行动计划', 'Action plan'],
  ['行动方案', 'Action programme'],
  ['规划纲要', 'Outline plan'],
  ['规划', 'Plan'],
  ['指导意见', 'Guiding opinions'],
  ['意见', 'Opinions'],
  ['政策', 'Policy measures'],
  ['措施', 'Policy measures'],
  ['办法', 'Measures'],
  ['方案', 'Programme'],
  ['计划', 'Plan'],
  ['要点', 'Priorities'],
  ['通知', 'Notice'],
]

/** The genre in the given language; a genre the table does not know stays as the plan words it. */
export function genreIn(language: string, genre: string): string {
  if (!language.startsWith('en')) return genre
  return ENGLISH.find(([word]) => genre.endsWith(word))?.[1] ?? genre
}
