/** The door for programs on the machine itself, such as `payung …`: the same use cases, without HTTP. */
export { type Context } from '#platform/context';
export { type Language, say } from '#platform/messages';
export { Refusal } from '#platform/refusal';
