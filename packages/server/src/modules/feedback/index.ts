export { type FeedbackWatch, startFeedback } from './consumer.js';
export { type RatingFacts, ratingRefusal } from './policy.js';
