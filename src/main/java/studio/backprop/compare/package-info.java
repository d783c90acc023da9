/**
 * Twin runs: two to four variants of a project that learn side by side, from the same seed, in lock step, and what two projects do
 * differently. The package knows nothing of a window; it hands out snapshots that no longer change.
 */
package studio.backprop.compare;
