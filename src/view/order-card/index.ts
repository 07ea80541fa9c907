export {cardRows} from './card-rows.ts';
export {cardFor} from './open-card.ts';
