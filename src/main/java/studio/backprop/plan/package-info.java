/**
 * Execution plan of a network for one batch size: an ordered list of ops over buffers that never move. {@link Compiler} unfolds the nodes
 * that lead to an objective, {@link Plan} runs them whole or op by op, {@link Parameters} are held outside of plans, by node and name, so
 * that plans for several batch sizes share them. Lean plans reuse buffers by {@link Lifetimes} and fuse ops ({@link Fusion}, decision 22);
 * full plans keep every value for inspection; both give the same bits. Where two ops want different orders in memory the compiler inserts
 * a {@code Rearrange} (decision 13). Not thread-safe: one thread a plan.
 */
package studio.backprop.plan;
