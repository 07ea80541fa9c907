export {createProtocol} from './protocol.ts';
export {
	PROTOCOL,
	type Given,
	type Hello,
	type Protocol,
	type ProtocolProblem,
	type Response,
} from './protocol.types.ts';
export {bare, protocolSchema} from './schema.ts';
export {isToolName, TOOLS, useTool, type ToolAnswer} from './tools.ts';
