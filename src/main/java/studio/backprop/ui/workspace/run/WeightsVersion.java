package studio.backprop.ui.workspace.run;

/** Version of a run's weights: step, and number of manual edits with their undos and redos. Equal versions of a run mean equal weights. */
public record WeightsVersion(long step, long handEdits) {
}
