export {codesOf, SECRET_BYTES, type Codes} from './codes.ts';
export {dial, readAddress} from './dial.ts';
export {divisionOf} from './division.ts';
export {openRoom, type RoomHost} from './room-host.ts';
export {isLoopback, isOwnName, listenAt, portOf, serveRoom, type Place} from './server.ts';
