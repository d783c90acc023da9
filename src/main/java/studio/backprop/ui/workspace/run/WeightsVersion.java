package studio.backprop.ui.workspace.run;

/**
 * Which weights of a run something was computed by. Equal versions of one run mean equal weights.
 *
 * @param step the one that they were learned by
 * @param handEdits how often a person had set a weight by hand, taken that back or done it again
 */
public record WeightsVersion(long step, long handEdits) {
}
