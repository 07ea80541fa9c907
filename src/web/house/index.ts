export {tabHouse, type TabHouse} from './house.ts';
export type {ShelfFile} from './shelf-file.types.ts';
