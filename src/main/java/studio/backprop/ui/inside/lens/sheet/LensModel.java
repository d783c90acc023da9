package studio.backprop.ui.inside.lens.sheet;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.observe.NodeTrace;
import studio.backprop.observe.PreviousSnapshot;
import studio.backprop.observe.Snapshot;
import studio.backprop.text.Message;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.document.ProjectTitle;
import studio.backprop.ui.workspace.run.ColourReach;
import studio.backprop.ui.workspace.run.RunModel;
import studio.backprop.ui.workspace.run.StepChange;

/** Inspected node and lens, with its values of this step and the previous one. */
public final class LensModel implements AutoCloseable {
  /** Coloured quantity. */
  public enum Quantity {
    ACTIVATIONS,
    GRADIENTS,
    WEIGHTS,
    /** Change of the values by the last step. */
    CHANGE
  }

  /** Element of an output, zero-based. */
  public record Place(int map, int row, int column) {}

  private final ReadOnlyObjectWrapper<Optional<Node>> node = new ReadOnlyObjectWrapper<>(this, "node", Optional.empty());
  private final ObjectProperty<Quantity> quantity = new SimpleObjectProperty<>(this, "quantity", Quantity.ACTIVATIONS);
  private final ObjectProperty<Optional<Place>> place = new SimpleObjectProperty<>(this, "place", Optional.empty());
  private final ReadOnlyLongWrapper seen = new ReadOnlyLongWrapper(this, "seen");
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper(this, "said", "");
  private final DocumentModel document;
  private final RunModel run;
  private final Subscription subscriptions;
  private NodeTrace look;
  private NodeTrace before;
  private StepChange change = StepChange.NONE;
  private long step;

  public LensModel(DocumentModel document, RunModel run) {
    this.document = document;
    this.run = run;
    subscriptions = Subscription.combine(
        document.projectProperty().subscribe(this::follow),
        document.openingsProperty().subscribe(this::leave),
        run.runProperty().subscribe(this::forget),
        node.subscribe(this::compare),
        quantity.subscribe(this::compare),
        run.frameProperty().subscribe(this::see));
  }

  // --- queries

  /** Inspected node, if any. */
  public ReadOnlyObjectProperty<Optional<Node>> nodeProperty() {
    return node.getReadOnlyProperty();
  }

  public ObjectProperty<Quantity> quantityProperty() {
    return quantity;
  }

  /** Followed element, if any. */
  public ObjectProperty<Optional<Place>> placeProperty() {
    return place;
  }

  /** Counts updates of the values. */
  public ReadOnlyLongProperty seenProperty() {
    return seen.getReadOnlyProperty();
  }

  /** Current values; empty while pending, and where the network cannot run. */
  public Optional<NodeTrace> look() {
    return Optional.ofNullable(look);
  }

  /** Values of the same example before the last step, while {@link Quantity#CHANGE} is shown; empty without a step. */
  public Optional<NodeTrace> before() {
    return Optional.ofNullable(before);
  }

  public long step() {
    return step;
  }

  /** Whether the changes by the last step are known. */
  StepChange change() {
    return change;
  }

  /** Text of the hovered element. */
  public ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }

  public ColourReach reach() {
    return run.reach();
  }

  /** Coloured quantity, as far as it is the same in all nodes. */
  public ColourReach.Quantity coloured() {
    return switch (quantity.get()) {
      case ACTIVATIONS, CHANGE -> ColourReach.Quantity.OUTPUT;
      case GRADIENTS -> ColourReach.Quantity.RETURNED;
      case WEIGHTS -> ColourReach.Quantity.WEIGHT;
    };
  }

  /**
   * Magnitude at the end of a colour scale.
   *
   * @param learned whether the matrix is a parameter
   */
  public float limit(boolean learned, float own) {
    boolean comparable = quantity.get() != Quantity.CHANGE && !(learned && quantity.get() == Quantity.GRADIENTS);
    ColourReach.Quantity sort = learned ? ColourReach.Quantity.WEIGHT : coloured();
    return node.get().filter(now -> comparable).map(now -> Math.max(own, reach().limit(sort, now.id()).of(own))).orElse(own);
  }

  public RunModel run() {
    return run;
  }

  public Network network() {
    return document.network();
  }

  public ObservableValue<Message> projectTitle() {
    return document.nameProperty().map(ProjectTitle::of);
  }

  // --- actions

  public void open(int id) {
    document.network().find(id).ifPresent(found -> {
      forget();
      node.set(Optional.of(found));
      run.observation().lookInto(OptionalInt.of(id));
    });
  }

  public void openSelected() {
    document.selectedNode().ifPresent(this::open);
  }

  /** Returns to the canvas, with that node selected. */
  public void leave() {
    if (node.get().isPresent()) {
      run.observation().lookInto(OptionalInt.empty());
      node.set(Optional.empty());
      forget();
    }
  }

  /** Goes to another node in forward order, cyclically. */
  public void turn(int places) {
    List<Node> order = inOrder();
    node.get().ifPresent(now -> {
      int next = Math.floorMod(order.indexOf(now) + places, order.size());
      goTo(order.get(next));
    });
  }

  /** First successor of the node. */
  public Optional<Node> next() {
    return node.get().flatMap(now -> document.network().targets(now.id()).stream().findFirst());
  }

  public void goTo(Node wanted) {
    document.select(List.of(wanted.id()));
    open(wanted.id());
  }

  private List<Node> inOrder() {
    return document.network().nodes().stream().sorted((a, b) -> Double.compare(a.x(), b.x())).toList();
  }

  public void chooseExample(int further) {
    run.observation().chooseExample(further);
  }

  /** Sets the text of the hovered element; empty for none. */
  public void say(String sentence) {
    said.set(sentence);
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
  }

  // --- updates

  /** Follows edits of the node; closes when it was removed. */
  private void follow() {
    node.get().ifPresent(now -> document.network().find(now.id()).ifPresentOrElse(found -> {
      if (!found.equals(now)) {
        node.set(Optional.of(found));
      }
    }, this::leave));
  }

  private void compare() {
    run.observation().compare(this, node.get().isPresent() && quantity.get() == Quantity.CHANGE);
  }

  private void forget() {
    look = null;
    before = null;
    change = StepChange.NONE;
    said.set("");
    seen.set(seen.get() + 1);
  }

  private void see() {
    Optional<Snapshot> snapshot = run.snapshot();
    Optional<NodeTrace> inside = snapshot.flatMap(Snapshot::inside).filter(now -> node.get().filter(n -> n.id() == now.node()).isPresent());
    if (inside.isEmpty() || inside.get() == look) {
      return;
    }
    reach().refresh(snapshot.get());
    look = inside.get();
    before = snapshot.get().earlier().flatMap(PreviousSnapshot::inside).orElse(null);
    change = StepChange.of(snapshot.get());
    step = snapshot.get().step();
    seen.set(seen.get() + 1);
  }
}
