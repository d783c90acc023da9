/**
 * Repairs of invalid networks: candidate edits, each applied to a copy and offered only if {@link studio.backprop.network.Analysis} then
 * no longer finds the problem. {@link Repairs} is the entry; {@link Goal} says what the data ask for. Pure functions, run in the
 * background. Decision 14.
 */
package studio.backprop.network.repair;
