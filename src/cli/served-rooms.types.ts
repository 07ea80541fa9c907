import type {Codes, Lobby, LobbyOptions, RoomStatus} from '../host/index.ts';
import type {House} from '../play/index.ts';
import type {RoomPlan} from '../session/index.ts';
import type {Wrong} from './room-run.ts';
import type {WhoPlays} from './who-plays.ts';

/** What somebody asks for who opens a room. */
export type Wanted = {
	readonly level: string;
	readonly players: number;
	readonly fog: RoomPlan['fog'];
	readonly team: string;
	/** Whether everybody who finds the lobby may join it. */
	readonly listed: boolean;
	/** The same for the same form, however often it is sent; empty where none was. */
	readonly form: string;
	/** From where it is asked. */
	readonly address: string;
};

/** A room that is served, for those who are not in it. */
export type ServedRoom = {
	readonly id: string;
	readonly title: string;
	readonly listed: boolean;
	readonly codes: Codes;
	readonly status: RoomStatus;
	readonly clock: string;
	/** Whether lines of its journal wait that could not be written. */
	readonly isWanting: boolean;
};

/** What has happened since the server was started. */
type Counted = {
	readonly opened: number;
	readonly takenUp: number;
	readonly closed: number;
	readonly failed: number;
	readonly missedSeconds: number;
};

/** A room that is open, as those are to know it who take it up when we are gone. */
export type KeptRoom = {
	readonly id: string;
	readonly journal: string;
	readonly title: string;
	readonly listed: boolean;
	readonly form: string;
};

/** Where rooms are kept: in a folder, or on a cluster. */
export type RoomKeeper = {
	readonly secret: Buffer;
	/** What runs are kept in; who plays is noted beside them. */
	readonly houseFor: (who: WhoPlays) => House;
	/** Which rooms are open from now on; a sentence where that cannot be kept. */
	readonly keep: (rooms: readonly KeptRoom[]) => Maybe<string | undefined>;
	/** Gives all of them free, once their journals are closed. */
	readonly release: (closed: Promise<unknown>) => Maybe<void>;
	/** Whether what is played can be kept. */
	readonly isWell: () => boolean;
	/** Rooms that other servers have. */
	readonly others: () => readonly ServedRoom[];
	/** Hands over the rooms that are to be taken up, now or when their server is gone. */
	readonly begin: (rooms: ServedRooms) => Maybe<void>;
	/** The way into a room that another server has. */
	readonly elsewhere?: LobbyOptions['elsewhere'];
};

type Maybe<Value> = Value | Promise<Value>;

/** The rooms of a server, wherever they are kept. */
export type ServedRooms = {
	readonly lobby: Lobby;
	readonly open: (wanted: Wanted) => Promise<ServedRoom | Wrong>;
	/** Takes up a room that was open when the server that had it stopped. */
	readonly takeUp: (room: Pick<KeptRoom, 'journal' | 'listed'>) => Promise<void>;
	/** Notes which rooms are open. */
	readonly settle: () => Promise<void>;
	/** Another server has a room now, or its journal: it is closed here. */
	readonly lose: (idOrJournal: string) => void;
	/** Notes how far each has come, and closes those that nobody needs any more. */
	readonly tidy: (nowMs: number) => void;
	readonly list: () => readonly ServedRoom[];
	/** Those that other servers have. */
	readonly others: () => readonly ServedRoom[];
	readonly counted: Counted;
	/** Says goodbye to everybody; the rooms stay open for whoever takes them up. */
	readonly handOn: () => Promise<void>;
};
