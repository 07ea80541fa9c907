export {createProtocol} from './protocol.ts';
export {PROTOCOL, type Protocol, type Response} from './protocol.types.ts';
export {protocolSchema} from './schema.ts';
