/**
 * Training thread and the state of the current run. {@link Trainer} owns the session on a thread of its own: orders come in by one queue
 * and are carried out between two steps; out go a mailbox of snapshots, a lock-free ring with the loss, accuracy and gradient norms of
 * every step, {@link Status} and {@link Run}. Between two steps it gives way while a frame of the window is late (decision 44). A {@link
 * SuspendedRun} is a run that an edit has ended, kept for undo (decision 31); {@link ManualWeightEdits} are weights set by hand (decision
 * 48).
 */
package studio.backprop.run;
