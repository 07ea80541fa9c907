export {codeDigests, codesOf, SECRET_BYTES, type Codes} from './codes.ts';
export {dial, readAddress} from './dial.ts';
export {divisionOf} from './division.ts';
export {openLobby, type Lobby, type LobbyOptions} from './lobby.ts';
export {gated} from './gated.ts';
export type {Port} from './guests.ts';
export {openRoom, PHASES, type Entrance, type RoomHost, type RoomStatus} from './room-host.ts';
export {hostOf, isLoopback, isOwnName, listenAt, portOf, serveRoom, type Place} from './server.ts';
export {LIMITS} from './limits.ts';
