package studio.backprop.kernel;

/**
 * A tile over A as it is: its rows begin {@link ProductTile#DEPTH} numbers apart. The first of the tiles that pass over a panel can read B
 * where it lies and pack the panel for the others while it computes: packing alone would wait for the second cache.
 */
abstract class RowTile extends ProductTile {
  int bStride;
  float[] panel;

  /** Two or three vectors wide; the tiles that follow find the panel packed. */
  final void runPacking(int columns) {
    if (columns > 2 * LENGTH) {
      threePacking();
    } else {
      twoPacking();
    }
    b = panel;
    bAt = 0;
  }

  /** As {@link #three}, with B's rows {@link #bStride} apart, copied to the beginning of the panel. */
  abstract void threePacking();

  /** As {@link #two}, likewise. */
  abstract void twoPacking();
}
