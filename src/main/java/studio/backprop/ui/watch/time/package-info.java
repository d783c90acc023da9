/**
 * Time machine: a line of all steps of the run, on which a person goes back to any of them, and branches. {@link TimeModel} asks {@code
 * run.time.Replay}; {@link TimeLapse} plays and films a run.
 */
package studio.backprop.ui.watch.time;
