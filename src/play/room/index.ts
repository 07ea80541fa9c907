export {roomConsole} from './room-console.ts';
export {cardsIn, openingPage} from './opening-page.ts';
