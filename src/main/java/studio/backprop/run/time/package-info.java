/**
 * Time travel: restores any past step of a run to the bit, from a checkpoint log and deterministic replay. {@link CheckpointLog} keeps
 * checkpoints within a budget of time and memory, and what a person changed in between; {@link SessionSeeker} trains from the nearest
 * checkpoint to a step, {@link Replay} is a second session on a thread of its own that does so. {@link RunDiff} and {@link NetworkDiff}
 * compare two runs. Training does not know this package. Decision 23.
 */
package studio.backprop.run.time;
