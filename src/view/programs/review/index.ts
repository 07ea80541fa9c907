export {createReview} from './review-program.ts';
