package studio.backprop.ui.judge.embedding;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.data.Dataset;
import studio.backprop.data.NodeRows;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.evaluate.embed.EmbeddingProjection;
import studio.backprop.evaluate.embed.NodeOutputs;
import studio.backprop.evaluate.embed.Pca;
import studio.backprop.observe.Example;

/**
 * A layout of what a node outputs at one step. Immutable; arrays are not copied.
 *
 * @param available examples of the part, of which there may be a sample only
 * @param layout [point][dimension]
 * @param labels [point]: the true class; empty where an example has not one class
 * @param same share of the 10 nearest neighbours with the same label; NaN while it is not known
 * @param divergence of Kullback and Leibler; NaN while it is not known, and of PCA
 * @param iterations of t-SNE that were made
 * @param of how many will be made; 0 of PCA
 * @param goesOn whether it began at the layout of an earlier step
 */
record EmbeddedPoints(PreparedData data, EmbeddingChoice choice, NodeOutputs outputs, int available, Pca pca, double[][] layout,
    int[] labels, double same, double divergence, int iterations, int of, boolean goesOn) {
  /** So many neighbours are compared. */
  static final int NEIGHBOURS = 10;

  EmbeddedPoints moved(double[][] to, int made, double measured) {
    return new EmbeddedPoints(data, choice, outputs, available, pca, to, labels, same, measured, made, of, goesOn);
  }

  /** The same when nothing more is to come. */
  EmbeddedPoints ended() {
    double shared = labels.length == 0 ? Double.NaN : EmbeddingProjection.sameLabelNearby(layout, labels, NEIGHBOURS);
    return new EmbeddedPoints(data, choice, outputs, available, pca, layout, labels, shared, divergence, iterations, of, goesOn);
  }

  long step() {
    return outputs.step();
  }

  int size() {
    return layout.length;
  }

  boolean isComplete() {
    return iterations >= of;
  }

  Example example(int point) {
    return outputs.examples().get(point);
  }

  /** The row of the whole dataset that a point is. */
  int row(int point) {
    return data.split().row(example(point).part(), example(point).row());
  }

  /** Whether points are nodes of one graph. */
  boolean ofNodes() {
    return NodeRows.are(data);
  }

  /** Where an example of the data lies; empty if it is not among them. */
  Optional<Integer> indexOf(Example example) {
    int at = example.drawn().isPresent() ? -1 : outputs.examples().indexOf(example);
    return at < 0 ? Optional.empty() : Optional.of(at);
  }

  boolean hasLabels() {
    return labels.length > 0;
  }

  /** Whether the network predicts one class for each example, which can be wrong. */
  boolean hasPredictions() {
    return hasLabels() && data.dataset().task() == Task.CLASSES && data.dataset().answers() == 1;
  }

  boolean misclassified(int point) {
    return hasPredictions() && outputs.predicted()[point] != labels[point];
  }

  int misclassified() {
    return (int) IntStream.range(0, size()).filter(this::misclassified).count();
  }

  /** The dataset whose classes the labels are. */
  Dataset labelled() {
    return data.dataset().original();
  }

  /** Numbers that each example is laid out by. */
  int width() {
    return outputs.points()[0].length;
  }

  /** Whether all outputs are the same, so that there is nothing to lay out. */
  boolean isOnePlace() {
    return Arrays.stream(pca.variances()).allMatch(variance -> variance == 0);
  }
}
