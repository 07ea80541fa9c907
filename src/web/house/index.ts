export {tabHouse, type TabHouse} from './house.ts';
