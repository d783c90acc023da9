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
 * How large the gradients were, node by node and step by step: ‖∂L/∂W‖ of a node that learns and, beside it, ‖∂L/∂output‖ of a node that
 * passes a gradient on, each as a share of the way from the smallest to the largest one shown, on a logarithmic scale.
 */
public final class GradientFlowModel {
  /** Cells in a row; enough for one in each pixel of a plot. */
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

  /** Which steps are shown. */
  public enum Stretch { RECENT, ALL }

  /** What a colour is measured by: all that is shown, or the row that it stands in. */
  public enum Colours { NETWORK, ROW }

  /** What a row shows of its node. */
  public enum Kind { WEIGHTS, OUTPUT }

  /**
   * One row of cells.
   *
   * @param norm its column among the norms of a run
   */
  record Row(int node, Kind kind, int norm) {}

  GradientFlowModel(RunModel run) {
    this.run = run;
    run.runProperty().subscribe(this::begin);
    run.projectProperty().subscribe((before, now) -> leave(now.network()));
  }

  /** Whose gradients they are. */
  Project project() {
    return run.projectProperty().get();
  }

  private void begin(Run now) {
    rows = now == null ? List.of() : rows(now);
    norms = new double[rows.size() * MOST_COLUMNS];
    columns = 0;
    whole = GradientFlowScale.EMPTY;
  }

  /** A node that is taken out of the network has no name to stand under. */
  private void leave(Network network) {
    rows = rows.stream().filter(row -> network.find(row.node()).isPresent()).toList();
  }

  /** The first parameter of each node is its weights. The node nearest to the loss comes first, its weights before its output. */
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

  /** What only gives the same numbers another shape has the gradient of its neighbour. */
  private static boolean changesNumbers(Node node) {
    return node.layer().changesNumbers() && !node.layer().isOutput();
  }

  List<Row> rows() {
    return rows;
  }

  /** The places of the rows that are of weights. */
  List<Integer> weights() {
    return IntStream.range(0, rows.size()).filter(row -> rows.get(row).kind() == Kind.WEIGHTS).boxed().toList();
  }

  /** The name of a row's node, as it is now. */
  String name(int row) {
    return run.projectProperty().get().network().find(rows.get(row).node()).map(Node::name).orElse("");
  }

  /** Changes when a node is given another name. */
  ReadOnlyObjectProperty<Project> namesProperty() {
    return run.projectProperty();
  }

  public ObjectProperty<Stretch> stretchProperty() {
    return stretch;
  }

  public ObjectProperty<Colours> coloursProperty() {
    return colours;
  }

  // --- reading the run

  /** Reads the newest norms. */
  void refresh() {
    columns = 0;
    if (rows.isEmpty() || run.history().isEmpty() && run.history().log().size() == 0) { // whoever learns first may rest
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

  /** The past step that is looked at: what came later is not shown. */
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

  /** Cells in each row that are filled. */
  int columns() {
    return columns;
  }

  /** Of a cell. */
  double norm(int row, int column) {
    return norms[row * MOST_COLUMNS + column];
  }

  /** The place of a cell on the colour scale, 0 to 1. */
  double share(int row, int column) {
    return scale(row).shareOf(norm(row, column));
  }

  /** The colour scale of all rows. */
  GradientFlowScale scale() {
    return whole;
  }

  /** The colour scale that a row is painted by. */
  GradientFlowScale scale(int row) {
    return colours.get() == Colours.ROW ? own.get(row) : whole;
  }

  /** The norm of the last step, or of the past one that is looked at; NaN until that is there. */
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

  /** Whether training has begun: where nothing is shown all the same, no gradients were kept. */
  boolean begun() {
    return run.history().lastStep() > 0;
  }

  /** How many steps are shown. */
  public long steps() {
    return columns == 0 ? 0 : lastSteps[columns - 1] - firstSteps[0] + 1;
  }

  /** What a cell says; of several steps the mean. */
  public record Reading(String node, Kind kind, long firstStep, long lastStep, double norm) {}

  Optional<Reading> reading(int row, int column) {
    boolean there = row >= 0 && row < rows.size() && column >= 0 && column < columns;
    return there
        ? Optional.of(new Reading(name(row), rows.get(row).kind(), firstSteps[column], lastSteps[column], norm(row, column)))
        : Optional.empty();
  }

  /** Where a step is shown now; −1 if it is not. */
  int columnOf(long step) {
    for (int column = 0; column < columns; column++) {
      if (step >= firstSteps[column] && step <= lastSteps[column]) {
        return column;
      }
    }
    return -1;
  }
}
