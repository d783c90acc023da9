package studio.backprop.derivation;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.tensor.Tensor;

/** Top outputs by effect on the loss, descending; ties by order. */
final class Steepest {
  private final int most;
  private final List<Cell> cells = new ArrayList<>();
  private final List<Double> sizes = new ArrayList<>();

  Steepest(int most) {
    this.most = most;
  }

  /** @param felt signed effect on the loss */
  void offer(Tensor tensor, int row, int place, double felt) {
    double size = Math.abs(felt);
    if (size == 0 || cells.size() == most && size <= sizes.get(most - 1)) {
      return;
    }
    int at = cells.size();
    while (at > 0 && sizes.get(at - 1) < size) {
      at--;
    }
    cells.add(at, new Cell(tensor, row, place));
    sizes.add(at, size);
    if (cells.size() > most) {
      cells.remove(most);
      sizes.remove(most);
    }
  }

  /** Adds all changed outputs. @param weights gradients */
  void offer(Tensor output, float[] before, float[] weights) {
    float[] after = output.values();
    for (int row = 0; row < output.rows(); row++) {
      for (int place = 0; place < output.rowCount(); place++) {
        int at = output.index(row, place);
        if (after[at] != before[at]) {
          offer(output, row, place, (double) (after[at] - before[at]) * weights[at]);
        }
      }
    }
  }

  List<Cell> cells() {
    return cells;
  }
}
