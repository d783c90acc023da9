/**
 * Training loop: sessions that take steps, checkpoints, and what can be measured of them. {@link Session} takes a step whole, or op by op
 * ({@link StepExecutor}), without allocation, scores validation after each epoch, and stops at the last good step when a number is no
 * longer finite ({@link Fault}). A {@link Checkpoint} holds all that later steps depend on. Same seed, same bits, at any number of
 * threads, watched or not. Not thread-safe: one thread a session. Decision 34.
 */
package studio.backprop.train;
