export type {Mode} from './binding.types.ts';
export * from './key-help.ts';
export {
	BINDINGS,
	binding,
	bindingIn,
	bindingOf,
	DEFAULT_KEYMAP,
	isIn,
	keymapIn,
	keyOf,
	keysOn,
	modeOf,
	panelOf,
	whyNot,
	withKeys,
	type BindingId,
	type IdOf,
} from './keymap.ts';
export {written} from './written.ts';
export {keymapWith, type Remapped, type Remaps} from './remap.ts';
