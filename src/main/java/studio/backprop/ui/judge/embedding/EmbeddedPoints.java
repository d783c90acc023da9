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
 * Layout of a node's outputs at one step. Immutable; arrays are not copied.
 *
 * @param available examples of the part, of which the layout may be a sample
 * @param layout [point][dimension]
 * @param labels [point]: the true class; empty where an example has more than one
 * @param same share of the 10 nearest neighbours with the same label; NaN while unknown
 * @param divergence Kullback–Leibler divergence of t-SNE; NaN while unknown, and for PCA
 * @param iterations t-SNE iterations done
 * @param of total of iterations; 0 for PCA
 * @param goesOn whether it was initialised with the layout of an earlier step
 */
record EmbeddedPoints(PreparedData data, EmbeddingChoice choice, NodeOutputs outputs, int available, Pca pca, double[][] layout,
    int[] labels, double same, double divergence, int iterations, int of, boolean goesOn) {
  /** Neighbours compared. */
  static final int NEIGHBOURS = 10;

  EmbeddedPoints moved(double[][] to, int made, double measured) {
    return new EmbeddedPoints(data, choice, outputs, available, pca, to, labels, same, measured, made, of, goesOn);
  }

  /** Final version of this layout. */
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

  /** Row in the whole dataset. */
  int row(int point) {
    return data.split().row(example(point).part(), example(point).row());
  }

  /** Whether points are nodes of one graph. */
  boolean ofNodes() {
    return NodeRows.are(data);
  }

  /** Index of an example of the data; empty if it is not among the points. */
  Optional<Integer> indexOf(Example example) {
    int at = example.drawn().isPresent() ? -1 : outputs.examples().indexOf(example);
    return at < 0 ? Optional.empty() : Optional.of(at);
  }

  boolean hasLabels() {
    return labels.length > 0;
  }

  /** Whether the network predicts one class per example, which can be wrong. */
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

  /** Dimensions of the output before the layout. */
  int width() {
    return outputs.points()[0].length;
  }

  /** Whether all outputs are equal, so that there is nothing to lay out. */
  boolean isOnePlace() {
    return Arrays.stream(pca.variances()).allMatch(variance -> variance == 0);
  }
}
