export * from './may-order.ts';
export * from './sees-of.ts';
