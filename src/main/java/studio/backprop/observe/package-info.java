/**
 * Inspection of a training run: activations and gradients of one example in every node, histograms, and single-layer runs. {@link
 * SnapshotPublisher} fills a {@link Snapshot} on the training thread, only when the {@link Mailbox} is empty and at most every 45 ms; a
 * {@link Probe} passes the chosen {@link Example} through a copy of the weights in inference mode, so that training keeps its bits
 * (decision 15). {@link Ring} is a lock-free queue of rows from one writer to one reader. {@link ShadowRun} trains a changed copy beside
 * the run.
 */
package studio.backprop.observe;
