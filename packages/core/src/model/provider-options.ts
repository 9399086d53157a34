/**
 * What only one provider understands. Empty here: each adapter package adds a property of its own by declaration
 * merging, so that the options are typed wherever the adapter is imported and absent where it is not.
 *
 * An adapter reads its own property and leaves the others alone, so one request can carry options for every provider
 * it may be routed to.
 */
// oxlint-disable-next-line typescript/no-empty-object-type -- filled by declaration merging
export interface ProviderOptions {}
