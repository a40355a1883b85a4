export { type FeedbackWatch, startFeedback } from './consumer.js';
