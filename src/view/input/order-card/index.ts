export {cardRows} from './card-rows.ts';
export {readExpectation} from './read-expectation.ts';
export {cardFor} from './open-card.ts';
