package studio.backprop.ui.design.designer;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts labels beside each other so that none covers another and all are as near as can be to where they would like to be: least squares, by
 * isotonic regression.
 */
final class TagRow {
  private TagRow() {}

  /** Labels that stand side by side without room between them, moved by the same amount. */
  private record Block(double sum, int count) {
    double mean() {
      return sum / count;
    }

    Block with(Block other) {
      return new Block(sum + other.sum, count + other.count);
    }
  }

  /**
   * Where labels begin.
   *
   * @param wished where they would like to begin, the leftmost first
   * @param widths how wide they are
   * @param gap between two
   * @param least where the first may begin
   * @param most where the last must end; where there is too little room, the left end counts
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
