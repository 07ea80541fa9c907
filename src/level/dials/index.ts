// What can be known of a level without loading the Region: enough for the menu.
export {dailySeed, levelOfTheDay} from './daily.ts';
export {secondsOfDay, timeOfDay} from './time-of-day.ts';
export {DIALS, dialsOf, type Dial, type Dials} from './dials.ts';
