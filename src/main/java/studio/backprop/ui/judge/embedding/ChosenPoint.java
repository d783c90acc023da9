package studio.backprop.ui.judge.embedding;

import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import studio.backprop.observe.Example;
import studio.backprop.ui.workspace.run.RunModel;

/** Selected point of the layout: the example that all views show or, for a single graph, one of its nodes. */
final class ChosenPoint {
  private final RunModel run;
  private final EmbeddingOffer offer;
  private final ReadOnlyObjectWrapper<Example> example = new ReadOnlyObjectWrapper<>(this, "example", Example.FIRST);
  private IntConsumer nodeListener = node -> {};

  ChosenPoint(RunModel run, EmbeddingOffer offer) {
    this.run = run;
    this.offer = offer;
  }

  /** Follows the selection of all views. */
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

  /** Listens to the selected node of a graph. */
  void onNode(IntConsumer listener) {
    nodeListener = listener;
  }

  /** Resets the selection for another run. */
  void begin() {
    example.set(offer.isOfNodes() ? Example.FIRST : run.observation().exampleProperty().get());
  }

  /** Selects the example of a point in all views; for a single graph its node, in the part in which its class is known. */
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
