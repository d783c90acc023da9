package studio.backprop.ui.plots;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.plan.Parameter;
import studio.backprop.train.Run;
import studio.backprop.ui.run.Curve;
import studio.backprop.ui.run.RunModel;

/**
 * How large the gradients of the weights were in the last steps, node by node: the size of ‖∂L/∂W‖ as a share of the way from the
 * smallest to the largest one shown, on a logarithmic scale.
 */
public final class FlowModel {
  /** Cells in a row; enough for one in each pixel of a plot. */
  static final int MOST_COLUMNS = 256;

  /** Below this share of the largest gradient nothing is told apart. */
  private static final double MOST_RATIO = 1e6;

  /** A scale is at least this long, so that equal gradients do not look like noise. */
  private static final double LEAST_RATIO = 10;

  private static final double[] ROUND = {1, 2, 5, 10};

  private final RunModel run;
  private List<Row> rows = List.of();
  private float[] sizes = {};
  private int columns;
  private int first;
  private double low = 1e-3;
  private double high = 1;

  /**
   * One node that learns.
   *
   * @param learned which learned parameter of the run
   */
  record Row(String name, int learned) {}

  FlowModel(RunModel run) {
    this.run = run;
    run.runProperty().subscribe(now -> rows = now == null ? List.of() : rows(now));
  }

  /** The first parameter of each node is its weights; the node nearest to the loss comes first. */
  private static List<Row> rows(Run run) {
    List<Parameter> learned = run.learned();
    Network network = run.project().network();
    List<Row> rows = new ArrayList<>();
    for (Node node : network.analyse().order()) {
      for (int p = 0; p < learned.size(); p++) {
        if (learned.get(p).node() == node.id()) {
          rows.add(new Row(node.name(), p));
          break;
        }
      }
    }
    Collections.reverse(rows);
    return rows;
  }

  List<Row> rows() {
    return rows;
  }

  /** Reads the newest norms. */
  void refresh() {
    columns = 0;
    if (rows.isEmpty()) {
      return;
    }
    Curve any = run.gradientNorm(rows.get(0).learned());
    first = Math.max(0, any.size() - MOST_COLUMNS);
    columns = any.size() - first;
    if (sizes.length != rows.size() * MOST_COLUMNS) {
      sizes = new float[rows.size() * MOST_COLUMNS];
    }
    scale();
    for (int row = 0; row < rows.size(); row++) {
      Curve norms = run.gradientNorm(rows.get(row).learned());
      for (int column = 0; column < columns; column++) {
        sizes[row * MOST_COLUMNS + column] = (float) shareOf(norms.mean(first + column));
      }
    }
  }

  private void scale() {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (Row row : rows) {
      Curve norms = run.gradientNorm(row.learned());
      for (int column = first; column < norms.size(); column++) {
        double norm = norms.mean(column);
        least = norm > 0 ? Math.min(least, norm) : least;
        most = Double.isFinite(norm) ? Math.max(most, norm) : most;
      }
    }
    if (most > 0) {
      high = roundUp(most);
      low = Math.min(roundDown(Math.max(least, high / MOST_RATIO)), high / LEAST_RATIO);
    }
  }

  /** To 1, 2 or 5 times a power of ten, so that the colours stay while the numbers move a little. */
  static double roundUp(double value) {
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    double digit = ROUND[0];
    for (int i = 1; i < ROUND.length && digit * power < value; i++) {
      digit = ROUND[i];
    }
    return digit * power;
  }

  private static double roundDown(double value) {
    double up = roundUp(value);
    return up <= value ? up : roundUp(value / 2.5);
  }

  /** How far along the colour scale a norm stands, 0 to 1. */
  private double shareOf(double norm) {
    return norm > 0 ? (Math.log10(norm) - Math.log10(low)) / (Math.log10(high) - Math.log10(low)) : norm;
  }

  /** Cells in each row that are filled. */
  int columns() {
    return columns;
  }

  /** The place of a cell on the colour scale. */
  double share(int row, int column) {
    return sizes[row * MOST_COLUMNS + column];
  }

  /** The norm at one end of the colour scale. */
  double low() {
    return low;
  }

  double high() {
    return high;
  }

  /** ‖∂L/∂W‖ of the last step. */
  double latest(int row) {
    return run.gradientNorm(rows.get(row).learned()).last();
  }

  /** How many steps are shown. */
  public long steps() {
    if (columns == 0) {
      return 0;
    }
    Curve any = run.gradientNorm(rows.get(0).learned());
    return (long) (any.lastStep(any.size() - 1) - any.step(first)) + 1;
  }

  /** What a cell says. */
  public record Reading(String node, long firstStep, long lastStep, double norm) {}

  Optional<Reading> reading(int row, int column) {
    if (row < 0 || row >= rows.size() || column < 0 || column >= columns) {
      return Optional.empty();
    }
    Curve norms = run.gradientNorm(rows.get(row).learned());
    int at = first + column;
    return at < norms.size()
        ? Optional.of(new Reading(rows.get(row).name(), (long) norms.step(at), (long) norms.lastStep(at), norms.mean(at)))
        : Optional.empty();
  }
}
