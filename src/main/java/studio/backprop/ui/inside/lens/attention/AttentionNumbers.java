package studio.backprop.ui.inside.lens.attention;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.observe.NodeTrace.Tensors;

/**
 * Scores and weights of an attention, head by head, for one example: weights = softmax(scores) along the keys.
 *
 * @param scores q·k/√d: [heads, queries, keys]
 * @param weights [heads, queries, keys], rows sum to 1
 * @param gradients ∂L/∂score of each; null without a gradient
 * @param hidden masked positions: [queries, keys]
 */
public record AttentionNumbers(int heads, int queries, int keys, float[] scores, float[] weights, float[] gradients, boolean[] hidden) {
  /**
   * One key of a query.
   *
   * @param score s
   * @param power eˢ
   * @param weight softmax
   */
  public record Term(int key, double score, double power, double weight) {}

  /**
   * Largest weights of a query.
   *
   * @param others number of keys not among the terms
   * @param otherWeight their total weight
   * @param sum Σ eˢ over all unmasked keys
   */
  public record Row(List<Term> terms, int others, double otherWeight, double sum) {}

  /** @return empty if there are too many numbers to be copied */
  public static Optional<AttentionNumbers> of(OpLook op, boolean causal) {
    Tensors scores = op.inner("scores").orElseThrow();
    Tensors weights = op.inner("weights").orElseThrow();
    if (weights.values().length == 0) {
      return Optional.empty();
    }
    int heads = weights.shape().size(0);
    int queries = weights.shape().size(1);
    int keys = weights.shape().size(2);
    float root = (float) Math.sqrt(op.output().shape().size(1) / heads);
    float[] counts = op.inputs().stream().filter(input -> input.shape().rank() == 1).map(Tensors::values).findFirst().orElse(null);
    boolean[] hidden = new boolean[queries * keys];
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] = causal && i % keys > i / keys || counts != null && counts[i % keys] <= 0.5f;
    }
    // the engine divides after the product and multiplies the gradient of the product: s = q·k/√d, ∂L/∂s = √d·∂L/∂(q·k)
    return Optional.of(new AttentionNumbers(
        heads, queries, keys, scaled(scores.values(), 1 / root), weights.values(), scores.grads() == null
            ? null : scaled(scores.grads(), root),
        hidden));
  }

  private static float[] scaled(float[] numbers, float factor) {
    float[] scaled = new float[numbers.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = numbers[i] * factor;
    }
    return scaled;
  }

  /** Its first steps, without padding. */
  public AttentionNumbers cropped(int steps) {
    int rows = Math.min(steps, queries);
    int columns = Math.min(steps, keys);
    boolean[] seen = new boolean[rows * columns];
    for (int i = 0; i < seen.length; i++) {
      seen[i] = hidden[i / columns * keys + i % columns];
    }
    return new AttentionNumbers(
        heads, rows, columns, cropped(scores, rows, columns), cropped(weights, rows, columns), gradients == null
            ? null : cropped(gradients, rows, columns), seen);
  }

  private float[] cropped(float[] of, int rows, int columns) {
    float[] kept = new float[heads * rows * columns];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = of[at(i / (rows * columns), i / columns % rows, i % columns)];
    }
    return kept;
  }

  /** Index in the tensors. */
  public int at(int head, int query, int key) {
    return (head * queries + query) * keys + key;
  }

  boolean hides(int query, int key) {
    return hidden[query * keys + key];
  }

  /** The keys with the largest weights first, at most so many. */
  public Row row(int head, int query, int most) {
    List<Integer> seen = IntStream.range(0, keys).filter(key -> !hides(query, key)).boxed()
        .sorted(Comparator.comparing(key -> -weights[at(head, query, key)])).toList();
    List<Term> terms = seen.stream().limit(most).map(key -> term(head, query, key)).toList();
    double rest = seen.stream().skip(most).mapToDouble(key -> weights[at(head, query, key)]).sum();
    double sum = seen.stream().mapToDouble(key -> Math.exp(scores[at(head, query, key)])).sum();
    return new Row(terms, seen.size() - terms.size(), rest, sum);
  }

  private Term term(int head, int query, int key) {
    int at = at(head, query, key);
    return new Term(key, scores[at], Math.exp(scores[at]), weights[at]);
  }
}
