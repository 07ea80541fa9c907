export {roomConsole} from './room-console.ts';
export {cardsIn, seatPage} from './seat-page.ts';
