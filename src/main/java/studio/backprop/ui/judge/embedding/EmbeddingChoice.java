package studio.backprop.ui.judge.embedding;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import studio.backprop.data.Part;

/**
 * Settings of a layout; other settings need a new layout.
 *
 * @param node whose output is laid out; empty for the prepared input
 * @param dimensions 2 or 3
 * @param perplexity of t-SNE
 * @param part of the data; empty for all
 */
record EmbeddingChoice(OptionalInt node, Method method, int dimensions, double perplexity, Optional<Part> part) {
  enum Method {
    PCA,
    TSNE
  }

  EmbeddingChoice withNode(OptionalInt other) {
    return new EmbeddingChoice(other, method, dimensions, perplexity, part);
  }

  EmbeddingChoice with(Method other) {
    return new EmbeddingChoice(node, other, dimensions, perplexity, part);
  }

  EmbeddingChoice withDimensions(int other) {
    return new EmbeddingChoice(node, method, other, perplexity, part);
  }

  EmbeddingChoice withPerplexity(double other) {
    return new EmbeddingChoice(node, method, dimensions, other, part);
  }

  EmbeddingChoice withPart(Optional<Part> other) {
    return new EmbeddingChoice(node, method, dimensions, perplexity, other);
  }

  List<Part> parts() {
    return part.map(List::of).orElse(List.of(Part.values()));
  }

  /** Whether the layout shows the test part. */
  boolean showsTest() {
    return part.orElse(Part.TEST) == Part.TEST;
  }
}
