/**
 * A network compiled for one batch size: an ordered list of steps over buffers that never move, and the parameters that several plans
 * share.
 * Knows {@code tensor}, {@code kernel}, {@code op}, {@code layer} and {@code network}.
 */
package studio.backprop.plan;
