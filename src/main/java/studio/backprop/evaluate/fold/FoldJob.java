package studio.backprop.evaluate.fold;

import studio.backprop.data.PreparedData;
import studio.backprop.project.Project;

/**
 * One training of a cross-validation.
 *
 * @param project that is trained
 * @param repeat from 0
 * @param fold that is tested, from 0
 * @param data the rows to learn from, those for early stopping, and those of the fold as the test part
 */
public record FoldJob(Project project, int repeat, int fold, PreparedData data) {
}
