package studio.backprop.ui.watch.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.backprop.ui.workspace.run.Branch;

/** Layout of the timeline: rows of the branches, and horizontal positions of steps. */
final class TimelineRows {
  /** Maximum number of rows; other branches are in the list of branches only. */
  private static final int MOST = 4;

  private final TimeModel model;
  private List<Branch> rows = List.of();
  private long first;
  private long last;
  private long at;
  private double left;
  private double right;

  TimelineRows(TimeModel model) {
    this.model = model;
  }

  /** Updates the rows. The current branch is always among them. */
  void look() {
    List<Branch> all = new ArrayList<>(model.branches().all());
    Branch current = model.branches().currentProperty().get();
    while (all.size() > MOST) {
      all.remove(all.get(all.size() - 1).is(current) ? all.size() - 2 : all.size() - 1);
    }
    rows = all;
    first = model.first();
    at = model.at();
    last = Math.max(first + 1, model.isLive() ? at : model.newest());
    for (Branch branch : rows) {
      first = Math.min(first, branch.checkpointLog().first());
      last = Math.max(last, branch.is(current) ? last : branch.checkpointLog().newest()); // the current one may have gone on since
    }
  }

  /** Sets the positions of the first and the last step. */
  void between(double from, double to) {
    left = from;
    right = Math.max(from + 1, to);
  }

  List<Branch> rows() {
    return rows;
  }

  /** Branch of a row; empty if there is no such row. */
  Optional<Branch> at(int row) {
    return row >= 0 && row < rows.size() ? Optional.of(rows.get(row)) : Optional.empty();
  }

  /** Row of a branch, −1 for none. */
  int rowOf(Branch branch) {
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row).is(branch)) {
        return row;
      }
    }
    return -1;
  }

  /** First step of the row of a branch: if its parent has no row, the first available one. */
  long begin(Branch branch) {
    boolean grows = branch.parent().filter(parent -> rowOf(parent) >= 0).isPresent();
    return grows ? branch.from() : branch.showing(Long.MIN_VALUE).checkpointLog().first();
  }

  boolean several() {
    return rows.size() > 1;
  }

  long first() {
    return first;
  }

  long last() {
    return last;
  }

  /** The shown step. In the present it is the newest of the last update: its knob is at the end of its line. */
  long at() {
    return at;
  }

  /** Last step of a row. */
  long end(Branch branch) {
    return Math.min(last, branch.checkpointLog().newest());
  }

  double x(long step) {
    return left + (step - first) / (double) (last - first) * (right - left);
  }

  long stepAt(double x) {
    double share = (x - left) / (right - left);
    return first + Math.round(Math.max(0, Math.min(1, share)) * (last - first));
  }
}
