package studio.backprop.ui.design.designer;

import java.util.ArrayList;
import java.util.List;

/**
 * One-dimensional placement of labels without overlap, as near as possible to their wished positions: least squares by isotonic regression.
 */
final class TagRow {
  private TagRow() {}

  /** Adjacent labels that are moved by the same amount. */
  private record Block(double sum, int count) {
    double mean() {
      return sum / count;
    }

    Block with(Block other) {
      return new Block(sum + other.sum, count + other.count);
    }
  }

  /**
   * Positions of the labels.
   *
   * @param wished wished positions in ascending order
   * @param gap between two
   * @param least lower bound of the first
   * @param most upper bound of the last label's end; the lower bound has priority
   */
  static double[] place(double[] wished, double[] widths, double gap, double least, double most) {
    double[] before = new double[wished.length + 1];
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < wished.length; i++) {
      before[i + 1] = before[i] + widths[i] + gap;
      Block block = new Block(wished[i] - before[i], 1);
      while (!blocks.isEmpty() && blocks.get(blocks.size() - 1).mean() > block.mean()) {
        block = blocks.remove(blocks.size() - 1).with(block);
      }
      blocks.add(block);
    }
    double last = Math.max(least, most - before[wished.length] + gap);
    double[] places = new double[wished.length];
    int i = 0;
    for (Block block : blocks) {
      for (int n = 0; n < block.count(); n++, i++) {
        places[i] = before[i] + Math.max(least, Math.min(last, block.mean()));
      }
    }
    return places;
  }
}
