import { changesEn } from './changes'
import { chartsEn } from './charts'
import { choicesEn } from './choices'
import { confidenceEn } from './confidence'
import { errorsEn } from './errors'
import { filterEn } from './filter'
import { frameEn } from './frame'
import { importEn } from './import'
import { keepingEn } from './keeping'
import { indicatorsEn } from './indicators'
import { overviewEn } from './overview'
import { reviewEn } from './review'
import { viewsEn } from './views'
import { wordsEn } from './words'
import type { Messages } from './zh'

/** All English texts; the type forbids a missing key, and each part forbids one too many. */
export const en: Messages = { ...frameEn, ...wordsEn, ...errorsEn, ...filterEn, ...overviewEn, ...indicatorsEn, ...chartsEn, ...confidenceEn, ...reviewEn, ...changesEn, ...importEn, ...viewsEn, ...keepingEn, ...choicesEn }
