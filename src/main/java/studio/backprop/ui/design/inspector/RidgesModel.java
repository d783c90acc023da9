package studio.backprop.ui.design.inspector;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import studio.backprop.observe.Histogram;
import studio.backprop.observe.HistogramLog;
import studio.backprop.observe.HistogramSnapshot;
import studio.backprop.observe.HistogramSnapshot.Kind;
import studio.backprop.run.Run;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/** Histograms of weights, gradients and activations of the selected node at a few steps of the run. */
public final class RidgesModel implements AutoCloseable {
  /** Range of steps. */
  public enum Span {
    RECENT,
    ALL
  }

  /** Scope of the axes. */
  public enum Reach {
    NODE,
    NETWORK
  }

  /**
   * Frames between two updates: histograms are a quarter of a second apart and all ridges move with each, so two updates a second suffice.
   */
  private static final int TICKS = 8;

  private final ReadOnlyObjectWrapper<Map<Kind, Ridges>> ridges = new ReadOnlyObjectWrapper<>(this, "ridges", Map.of());
  private final ObjectProperty<Span> span = new SimpleObjectProperty<>(this, "span", Span.RECENT);
  private final ObjectProperty<Reach> reach = new SimpleObjectProperty<>(this, "reach", Reach.NODE);
  private final BooleanProperty watched = new SimpleBooleanProperty(this, "watched");

  private final DocumentModel document;
  private final RunModel run;
  private final Subscription subscriptions;
  private List<HistogramSnapshot> shown = List.of();

  RidgesModel(DocumentModel document, RunModel run) {
    this.document = document;
    this.run = run;
    subscriptions =
        Subscription.combine(
            run.frameProperty().subscribe(frame -> follow(frame.longValue())),
            document.selectionProperty().subscribe(selection -> look()),
            span.subscribe(now -> look()),
            reach.subscribe(now -> look()),
            watched.subscribe(now -> look()));
  }

  /**
   * By kind, without kinds that the node does not have. Empty unless exactly one node is selected, before the first step and while hidden.
   */
  ReadOnlyObjectProperty<Map<Kind, Ridges>> ridgesProperty() {
    return ridges.getReadOnlyProperty();
  }

  public ObjectProperty<Span> spanProperty() {
    return span;
  }

  public ObjectProperty<Reach> reachProperty() {
    return reach;
  }

  /** Whether the view is visible. */
  public BooleanProperty watchedProperty() {
    return watched;
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
  }

  /** Most frames bring no new histogram. */
  private void follow(long frame) {
    if (watched.get() && (!run.playing() || frame % TICKS == 0) && !moments().equals(shown)) {
      look();
    }
  }

  private List<HistogramSnapshot> moments() {
    Run current = run.runProperty().get();
    if (current == null) {
      return List.of();
    }
    HistogramLog kept = current.histogramLog();
    Optional<Long> past = run.past().stepProperty().get();
    if (past.isPresent()) {
      return upTo(past.get(), kept);
    }
    return span.get() == Span.RECENT ? kept.recent() : kept.all();
  }

  /** Histograms before a past step, and that of the step itself as recomputed. */
  private List<HistogramSnapshot> upTo(long step, HistogramLog kept) {
    Map<Long, HistogramSnapshot> moments = new TreeMap<>();
    Stream.concat(kept.all().stream(), kept.recent().stream()).filter(moment -> moment.step() < step)
        .forEach(moment -> moments.put(moment.step(), moment));
    run.past().moment().ifPresent(moment -> moments.put(step, moment));
    List<HistogramSnapshot> all = List.copyOf(moments.values());
    return span.get() == Span.RECENT ? all.subList(Math.max(0, all.size() - HistogramLog.COUNT), all.size()) : all;
  }

  private void look() {
    shown = watched.get() ? moments() : List.of();
    Map<Kind, Ridges> found = new EnumMap<>(Kind.class);
    document.selectedNode().flatMap(document.network()::find).ifPresent(node -> {
      for (Kind kind : Kind.values()) {
        of(kind, kind == Kind.ACTIVATIONS ? node.id() : node.weights()).ifPresent(spread -> found.put(kind, spread));
      }
    });
    ridges.set(found);
  }

  private Optional<Ridges> of(Kind kind, int node) {
    List<Map<Integer, Histogram>> all = shown.stream().map(moment -> moment.spreads().get(kind)).toList();
    List<Map<Integer, Histogram>> axis = reach.get() == Reach.NETWORK
        ? all
        : all.stream().filter(spreads -> spreads.containsKey(node)).map(spreads -> Map.of(node, spreads.get(node))).toList();
    return Ridges.of(shown, kind, node, axis);
  }
}
