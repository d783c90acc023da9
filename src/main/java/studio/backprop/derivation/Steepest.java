package studio.backprop.derivation;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.tensor.Tensor;

/** The few of many outputs whose moves the loss feels most, the most felt first; of equals the earlier. */
final class Steepest {
  private final int most;
  private final List<Cell> cells = new ArrayList<>();
  private final List<Double> sizes = new ArrayList<>();

  Steepest(int most) {
    this.most = most;
  }

  /** @param felt by how much the loss moves with it, of either sign */
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

  /** All that have moved. @param weights how much the loss feels each */
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
