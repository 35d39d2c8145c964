import { changesZh } from './changes'
import { chartsZh } from './charts'
import { choicesZh } from './choices'
import { confidenceZh } from './confidence'
import { errorsZh } from './errors'
import { filterZh } from './filter'
import { frameZh } from './frame'
import { importZh } from './import'
import { keepingZh } from './keeping'
import { indicatorsZh } from './indicators'
import { overviewZh } from './overview'
import { reviewZh } from './review'
import { viewsZh } from './views'
import { wordsZh } from './words'

/** All Chinese texts. Chinese comes first; English must have exactly these keys. */
export const zh = { ...frameZh, ...wordsZh, ...errorsZh, ...filterZh, ...overviewZh, ...indicatorsZh, ...chartsZh, ...confidenceZh, ...reviewZh, ...changesZh, ...importZh, ...viewsZh, ...keepingZh, ...choicesZh }

/** The keys, with any text behind them. */
export type Messages = typeof zh
