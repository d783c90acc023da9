package studio.backprop.kernel;

/**
 * Tile over rows of A, {@link ProductTile#DEPTH} numbers apart. The first tile over a panel can read B in place and pack the panel while it
 * computes: packing alone would be bound by the L2 cache.
 */
abstract class RowTile extends ProductTile {
  int bStride;
  float[] panel;

  /** Two or three vectors wide; packs the panel for subsequent tiles. */
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
