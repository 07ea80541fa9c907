export {cardRows} from './card-rows.ts';
export {cardFor, specFor} from './open-card.ts';
