package studio.backprop.ui.design.inspector;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Subscription;
import studio.backprop.network.Analysis;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.observe.Snapshot;
import studio.backprop.text.Message;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/** Statistics of the parameters of the selection, or of the whole network, updated during training. */
public final class NumbersModel implements AutoCloseable {
  /** Frames between two updates: ten updates a second can still be read. */
  private static final int TICKS = 2;

  private final ReadOnlyObjectWrapper<List<ParameterNumbers>> parameters = new ReadOnlyObjectWrapper<>(this, "parameters", List.of());
  private final ReadOnlyObjectWrapper<Optional<Message>> bare = new ReadOnlyObjectWrapper<>(this, "bare", Optional.empty());
  private final ReadOnlyDoubleWrapper updateRatio = new ReadOnlyDoubleWrapper(this, "updateRatio", Double.NaN);
  private final ReadOnlyLongWrapper step = new ReadOnlyLongWrapper(this, "step");
  private final BooleanProperty watched = new SimpleBooleanProperty(this, "watched");

  private final DocumentModel document;
  private final RunModel run;
  private final Subscription subscriptions;

  NumbersModel(DocumentModel document, RunModel run) {
    this.document = document;
    this.run = run;
    subscriptions =
        Subscription.combine(
            run.frameProperty().subscribe(frame -> follow(frame.longValue())),
            document.selectionProperty().subscribe(this::choose),
            document.projectProperty().subscribe(this::choose),
            watched.subscribe(on -> look()));
  }

  /** In network order; empty without parameters or while hidden. */
  ReadOnlyObjectProperty<List<ParameterNumbers>> parametersProperty() {
    return parameters.getReadOnlyProperty();
  }

  /** Layer type of the selected node if it never has parameters. */
  ReadOnlyObjectProperty<Optional<Message>> bareProperty() {
    return bare.getReadOnlyProperty();
  }

  /** ‖Δw‖ ÷ ‖w‖ of the selected node's first trainable parameter; NaN if there is none or it has not changed. */
  public ReadOnlyDoubleProperty updateRatioProperty() {
    return updateRatio.getReadOnlyProperty();
  }

  /** Step of the numbers. */
  public ReadOnlyLongProperty stepProperty() {
    return step.getReadOnlyProperty();
  }

  /** Whether they are shown; statistics are computed only then. */
  public BooleanProperty watchedProperty() {
    return watched;
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
  }

  private void follow(long frame) {
    if (!run.playing() || frame % TICKS == 0) {
      look();
    }
  }

  private void choose() {
    bare.set(bareKind());
    look();
  }

  private void look() {
    Optional<Snapshot> seen = run.snapshot();
    updateRatio.set(seen.map(this::ratio).orElse(Double.NaN));
    parameters.set(watched.get() ? seen.map(this::numbers).orElse(List.of()) : List.of());
    step.set(seen.map(Snapshot::step).orElse(0L));
  }

  /** Empty for a node whose shape is not inferred yet. */
  private Optional<Message> bareKind() {
    Analysis analysis = document.network().analyse();
    return document.selectedNode().flatMap(document.network()::find)
        .filter(node -> analysis.shape(node.id()).isPresent() && analysis.parameterCount(node) == 0).map(node -> node.type().title());
  }

  private double ratio(Snapshot snapshot) {
    Set<Integer> owners = document.selectedNode().map(node -> owners(Set.of(node))).orElse(Set.of());
    return IntStream.range(0, snapshot.parameters().size())
        .filter(p -> owners.contains(snapshot.parameters().get(p).node()) && snapshot.parameters().get(p).learned())
        .mapToDouble(snapshot::updateRatio)
        .filter(ratio -> ratio > 0)
        .findFirst()
        .orElse(Double.NaN);
  }

  private List<ParameterNumbers> numbers(Snapshot snapshot) {
    Network network = document.network();
    Set<Integer> owners = owners(document.selection());
    return IntStream.range(0, snapshot.parameters().size())
        .filter(p -> document.selection().isEmpty() || owners.contains(snapshot.parameters().get(p).node()))
        .filter(p -> network.find(snapshot.parameters().get(p).node()).isPresent())
        .mapToObj(p -> ParameterNumbers.of(snapshot, p, network.node(snapshot.parameters().get(p).node()).name()))
        .toList();
  }

  /** Nodes that own the weights of these, mostly themselves. */
  private Set<Integer> owners(Set<Integer> nodes) {
    return nodes.stream().flatMap(id -> document.network().find(id).stream()).map(Node::weights).collect(Collectors.toSet());
  }
}
