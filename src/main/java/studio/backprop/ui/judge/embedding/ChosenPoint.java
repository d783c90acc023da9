package studio.backprop.ui.judge.embedding;

import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import studio.backprop.observe.Example;
import studio.backprop.ui.workspace.run.RunModel;

/** The chosen one of the points that are laid out: the example that all views show or, of one graph, a node of it. */
final class ChosenPoint {
  private final RunModel run;
  private final EmbeddingOffer offer;
  private final ReadOnlyObjectWrapper<Example> example = new ReadOnlyObjectWrapper<>(this, "example", Example.FIRST);
  private IntConsumer nodeListener = node -> {};

  ChosenPoint(RunModel run, EmbeddingOffer offer) {
    this.run = run;
    this.offer = offer;
  }

  /** Follows what all views show. */
  Subscription follow() {
    return run.observation().exampleProperty().subscribe(now -> {
      if (!offer.isOfNodes()) {
        example.set(now);
      }
    });
  }

  ReadOnlyObjectProperty<Example> exampleProperty() {
    return example.getReadOnlyProperty();
  }

  /** Hears of the node of a graph that is chosen. */
  void onNode(IntConsumer listener) {
    nodeListener = listener;
  }

  /** Another run has other points. */
  void begin() {
    example.set(offer.isOfNodes() ? Example.FIRST : run.observation().exampleProperty().get());
  }

  /** Makes the example of a point the chosen one everywhere; of one graph its node, in the part in which its class is known. */
  void choose(EmbeddedPoints points, int point) {
    Example of = points.example(point);
    if (!points.ofNodes()) {
      run.observation().chooseExample(of);
      return;
    }
    example.set(of);
    run.observation().chooseExample(new Example(of.part(), 0));
    nodeListener.accept(points.row(point));
  }
}
