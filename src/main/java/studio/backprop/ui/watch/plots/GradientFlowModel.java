package studio.backprop.ui.watch.plots;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.observe.Snapshot;
import studio.backprop.plan.Parameter;
import studio.backprop.project.Project;
import studio.backprop.run.Run;
import studio.backprop.ui.workspace.run.Curve;
import studio.backprop.ui.workspace.run.RecentValues;
import studio.backprop.ui.workspace.run.RunModel;
import studio.backprop.ui.workspace.run.StepLog;

/**
 * Model of the gradient norms by node and step: ‖∂L/∂W‖ of trainable nodes and ‖∂L/∂output‖ of nodes that pass a gradient on, on a
 * logarithmic colour scale. JavaFX thread only.
 */
public final class GradientFlowModel {
  /** Maximum number of cells in a row; enough for one per pixel. */
  static final int MOST_COLUMNS = 256;

  private final RunModel run;
  private final ObjectProperty<Stretch> stretch = new SimpleObjectProperty<>(this, "stretch", Stretch.RECENT);
  private final ObjectProperty<Colours> colours = new SimpleObjectProperty<>(this, "colours", Colours.NETWORK);
  private List<Row> rows = List.of();
  private double[] norms = {};
  private final long[] firstSteps = new long[MOST_COLUMNS];
  private final long[] lastSteps = new long[MOST_COLUMNS];
  private final float[] recent = new float[RecentValues.COUNT];
  private int columns;
  private GradientFlowScale whole = GradientFlowScale.EMPTY;
  private List<GradientFlowScale> own = List.of();

  /** Range of steps. */
  public enum Stretch { RECENT, ALL }

  /** Scope of the colour scale: all rows, or each row. */
  public enum Colours { NETWORK, ROW }

  /** Gradient of a row. */
  public enum Kind { WEIGHTS, OUTPUT }

  record Row(int node, Kind kind, int norm) {}

  GradientFlowModel(RunModel run) {
    this.run = run;
    run.runProperty().subscribe(this::begin);
    run.projectProperty().subscribe((before, now) -> leave(now.network()));
  }

  /** Project of the gradients. */
  Project project() {
    return run.projectProperty().get();
  }

  private void begin(Run now) {
    rows = now == null ? List.of() : rows(now);
    norms = new double[rows.size() * MOST_COLUMNS];
    columns = 0;
    whole = GradientFlowScale.EMPTY;
  }

  /** Removes the rows of nodes that are no longer in the network. */
  private void leave(Network network) {
    rows = rows.stream().filter(row -> network.find(row.node()).isPresent()).toList();
  }

  /** The first parameter of each node is its weights. Ordered from the loss backwards, weights before output. */
  private static List<Row> rows(Run run) {
    Network network = run.project().network();
    List<Integer> learned = run.learned().stream().map(Parameter::node).toList();
    List<Row> rows = new ArrayList<>();
    List<Node> order = new ArrayList<>(network.analyse().order());
    Collections.reverse(order);
    for (Node node : order) {
      if (learned.contains(node.id())) {
        rows.add(new Row(node.id(), Kind.WEIGHTS, learned.indexOf(node.id())));
      }
      if (run.reached().contains(node.id()) && changesNumbers(node)) {
        rows.add(new Row(node.id(), Kind.OUTPUT, learned.size() + run.reached().indexOf(node.id())));
      }
    }
    return rows;
  }

  /** False for reshaping nodes, whose gradient equals their neighbour's. */
  private static boolean changesNumbers(Node node) {
    return node.layer().changesNumbers() && !node.layer().isOutput();
  }

  List<Row> rows() {
    return rows;
  }

  /** Indices of the rows of weights. */
  List<Integer> weights() {
    return IntStream.range(0, rows.size()).filter(row -> rows.get(row).kind() == Kind.WEIGHTS).boxed().toList();
  }

  /** Current name of a row's node. */
  String name(int row) {
    return run.projectProperty().get().network().find(rows.get(row).node()).map(Node::name).orElse("");
  }

  /** Notifies of renamed nodes. */
  ReadOnlyObjectProperty<Project> namesProperty() {
    return run.projectProperty();
  }

  public ObjectProperty<Stretch> stretchProperty() {
    return stretch;
  }

  public ObjectProperty<Colours> coloursProperty() {
    return colours;
  }

  // --- updates

  /** Updates from the run. */
  void refresh() {
    columns = 0;
    if (rows.isEmpty() || run.history().isEmpty() && run.history().log().size() == 0) { // a network may pause at first
      return;
    }
    if (stretch.get() == Stretch.RECENT) {
      readRecent();
    } else {
      readAll();
    }
    own = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      own.add(GradientFlowScale.of(norms, row * MOST_COLUMNS, columns));
    }
    whole = own.stream().reduce(GradientFlowScale.EMPTY, GradientFlowScale::and);
  }

  private void readRecent() {
    columns = run.recentGradientNorms(rows.get(0).norm(), recent);
    Curve any = run.history().gradientNorm(rows.get(0).norm());
    StepLog log = run.history().log();
    OptionalLong past = past();
    int end = past.isPresent() ? any.columnsUpTo(past.getAsLong()) : log.size();
    for (int column = 0; column < columns; column++) {
      int place = end - columns + column;
      firstSteps[column] = (long) (past.isPresent() ? any.step(place) : log.step(place));
      lastSteps[column] = past.isPresent() ? (long) any.lastStep(place) : firstSteps[column];
    }
    for (int row = 0; row < rows.size(); row++) {
      run.recentGradientNorms(rows.get(row).norm(), recent);
      for (int column = 0; column < columns; column++) {
        norms[row * MOST_COLUMNS + column] = recent[column];
      }
    }
  }

  /** The shown past step: later ones are hidden. */
  private OptionalLong past() {
    return run.past().stepProperty().get().map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  private void readAll() {
    Curve any = run.history().gradientNorm(rows.get(0).norm());
    int end = past().isPresent() ? any.columnsUpTo(past().getAsLong()) : any.size();
    int together = (end + MOST_COLUMNS - 1) / MOST_COLUMNS;
    for (int from = 0; from < end; from += together) {
      int to = Math.min(end, from + together);
      firstSteps[columns] = (long) any.step(from);
      lastSteps[columns] = (long) any.lastStep(to - 1);
      for (int row = 0; row < rows.size(); row++) {
        norms[row * MOST_COLUMNS + columns] = run.history().gradientNorm(rows.get(row).norm()).mean(from, to);
      }
      columns++;
    }
  }

  /** Number of filled cells per row. */
  int columns() {
    return columns;
  }

  double norm(int row, int column) {
    return norms[row * MOST_COLUMNS + column];
  }

  /** Position of a cell on the colour scale, 0 to 1. */
  double share(int row, int column) {
    return scale(row).shareOf(norm(row, column));
  }

  /** Colour scale of all rows. */
  GradientFlowScale scale() {
    return whole;
  }

  /** Colour scale of a row. */
  GradientFlowScale scale(int row) {
    return colours.get() == Colours.ROW ? own.get(row) : whole;
  }

  /** Norm at the last or the shown past step; NaN until known. */
  double latest(int row) {
    if (past().isEmpty()) {
      return run.history().gradientNorm(rows.get(row).norm()).last();
    }
    Row wanted = rows.get(row);
    return run.snapshot().map(seen -> wanted.kind() == Kind.OUTPUT ? seen.outputGradient(wanted.node()) : weightsNorm(seen, wanted))
        .orElse(Double.NaN);
  }

  private static double weightsNorm(Snapshot seen, Row row) {
    List<Parameter> all = seen.parameters();
    int first = IntStream.range(0, all.size()).filter(p -> all.get(p).node() == row.node() && all.get(p).learned()).findFirst().orElse(-1);
    return first < 0 ? Double.NaN : seen.gradNorm(first);
  }

  /** Whether training has begun: if nothing is shown then, no gradients were recorded. */
  boolean begun() {
    return run.history().lastStep() > 0;
  }

  /** Number of steps shown. */
  public long steps() {
    return columns == 0 ? 0 : lastSteps[columns - 1] - firstSteps[0] + 1;
  }

  /** Value of a cell; of several steps the mean. */
  public record Reading(String node, Kind kind, long firstStep, long lastStep, double norm) {}

  Optional<Reading> reading(int row, int column) {
    boolean there = row >= 0 && row < rows.size() && column >= 0 && column < columns;
    return there
        ? Optional.of(new Reading(name(row), rows.get(row).kind(), firstSteps[column], lastSteps[column], norm(row, column)))
        : Optional.empty();
  }

  /** Column of a step; −1 if it is not shown. */
  int columnOf(long step) {
    for (int column = 0; column < columns; column++) {
      if (step >= firstSteps[column] && step <= lastSteps[column]) {
        return column;
      }
    }
    return -1;
  }
}
