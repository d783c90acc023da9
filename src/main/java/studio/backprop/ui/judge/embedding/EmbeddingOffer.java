package studio.backprop.ui.judge.embedding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import studio.backprop.data.NodeRows;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.evaluate.embed.EmbeddingProjection;
import studio.backprop.evaluate.embed.EmbeddingSample;
import studio.backprop.network.Analysis;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.run.Run;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.workspace.run.RunModel;

/** Possible layouts of the open project. */
final class EmbeddingOffer {
  private final RunModel run;
  /** Method replaced by PCA while the points are nodes; null for none. */
  private EmbeddingChoice.Method instead;
  /** Source of {@link #data}. */
  private PreparedData whole;
  private Optional<PreparedData> known = Optional.empty();

  EmbeddingOffer(RunModel run) {
    this.run = run;
  }

  /** Data of the run; for a single graph its nodes, each as an example. */
  Optional<PreparedData> data() {
    PreparedData now = Optional.ofNullable(run.runProperty().get()).map(Run::data).orElse(null);
    if (now != whole) {
      whole = now;
      known = Optional.ofNullable(now).map(data -> NodeRows.of(data).orElse(data));
    }
    return known;
  }

  /** Whether points are nodes of a graph. */
  boolean isOfNodes() {
    return data().filter(NodeRows::are).isPresent();
  }

  /** Seed of the project: determines the sample and the initialisation of t-SNE. */
  long seed() {
    return run.projectProperty().get().training().seed();
  }

  Analysis analysis() {
    return run.projectProperty().get().network().analyse();
  }

  /** All nodes that lead to the loss, without the inputs and the loss itself. */
  List<Node> nodes() {
    Network network = run.projectProperty().get().network();
    Analysis analysis = network.analyse();
    List<Node> outputs = network.outputs();
    List<Node> found = new ArrayList<>();
    for (Node node : analysis.listed(network)) {
      boolean between = !network.sources(node.id()).isEmpty() && !outputs.contains(node);
      boolean laidOut = between && analysis.shape(node.id()).filter(this::isLaidOut).isPresent();
      if (laidOut && outputs.stream().anyMatch(end -> network.leads(node.id(), end.id()))) {
        found.add(node);
      }
    }
    return List.copyOf(found);
  }

  /** For a graph, whether the output has a row per node. */
  private boolean isLaidOut(Shape shape) {
    return !isOfNodes() || shape.rank() == 2 && shape.size(0) == whole.dataset().answers();
  }

  /** Number of examples of the parts. */
  int rows(EmbeddingChoice of) {
    return data().map(data -> of.parts().stream().mapToInt(data::rows).sum()).orElse(0);
  }

  /** Number of examples that are laid out. */
  int sampled(EmbeddingChoice of) {
    return Math.min(rows(of), EmbeddingSample.most(width(of)));
  }

  /** Output dimensions per example. */
  long width(EmbeddingChoice of) {
    long input = data().map(data -> (long) data.dataset().width()).orElse(1L);
    return of.node().isPresent() ? width(of.node().getAsInt()).orElse(input) : input;
  }

  private Optional<Long> width(int node) {
    return analysis().shape(node).map(shape -> isOfNodes() ? shape.size(1) : shape.count());
  }

  /**
   * Default: the last layer before the prediction, or for an autoencoder of pictures the narrowest one; and the validation part if large
   * enough.
   */
  EmbeddingChoice usual(EmbeddingChoice like) {
    PreparedData data = data().orElseThrow();
    List<Node> learned = nodes().stream().filter(node -> !analysis().parameters(node).isEmpty()).toList();
    OptionalInt node = learned.size() < 2 ? OptionalInt.empty() : OptionalInt.of(learned.get(learned.size() - 2).id());
    if (data.dataset().original() != data.dataset()) {
      node = learned.stream().min(Comparator.comparingLong(one -> width(one.id()).orElse(Long.MAX_VALUE)))
          .map(one -> OptionalInt.of(one.id())).orElse(OptionalInt.empty());
    }
    boolean few = isOfNodes(); // of so few points t-SNE leaves two knots
    EmbeddingChoice.Method method = few ? EmbeddingChoice.Method.PCA : instead == null ? like.method() : instead;
    instead = !few ? null : like.method() == EmbeddingChoice.Method.PCA ? instead : like.method();
    return withUsualPart(like.with(method).withNode(node));
  }

  /**
   * Settings for another run.
   *
   * @param before settings of the last one
   * @param otherData whether its data differ
   */
  EmbeddingChoice next(EmbeddingChoice before, boolean otherData) {
    if (otherData) {
      return usual(new EmbeddingChoice(
          OptionalInt.empty(), before.method(), before.dimensions(), EmbeddingProjection.PERPLEXITY, Optional.empty()));
    }
    boolean gone = before.node().isPresent() && nodes().stream().noneMatch(node -> node.id() == before.node().getAsInt());
    // the test part was not requested with these weights
    return gone ? usual(before) : before.showsTest() ? withUsualPart(before) : before;
  }

  /** With the validation part if large enough, or else the training part. */
  EmbeddingChoice withUsualPart(EmbeddingChoice like) {
    PreparedData data = data().orElseThrow();
    Optional<Part> part = data.validationRows() >= EmbeddingProjection.FEWEST ? Optional.of(Part.VALIDATION)
        : data.trainRows() >= EmbeddingProjection.FEWEST ? Optional.of(Part.TRAIN) : Optional.empty();
    return suited(like.withPart(part));
  }

  /** Limits the perplexity for few examples. */
  EmbeddingChoice suited(EmbeddingChoice next) {
    double largest = EmbeddingProjection.mostPerplexity(sampled(next));
    return next.withPerplexity(Math.max(EmbeddingProjection.LEAST_OF_FEW, Math.min(next.perplexity(), largest)));
  }
}
