/** Sessions live on past their end. */
export const SESSIONS_EXTENDED = 'sessions-extended';
/** IAM answers from its replicated copy. */
export const IAM_FROM_COPY = 'iam-from-copy';
