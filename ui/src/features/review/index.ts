/** The review of targets. */
export { default as ReviewQueue } from './ReviewQueue.vue'
