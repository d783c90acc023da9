package studio.backprop.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Conversion of examples between row-major order and blocks [places, lanes] with one example per lane. The last block of a batch may have
 * fewer examples than lanes.
 */
final class LaneLayout implements LaneOrder {
  private static final VectorSpecies<Float> LANES = ProductTile.LANES;
  private static final int LENGTH = ProductTile.LENGTH;

  /** Places that are moved together, to stay in the L1 cache. */
  private static final int STRIP = 128;

  private final int batch;
  private final int places;

  LaneLayout(int batch, int places) {
    this.batch = batch;
    this.places = places;
  }

  static int blocks(int batch) {
    return (batch + LENGTH - 1) / LENGTH;
  }

  int blockLength() {
    return places * LENGTH;
  }

  /** Examples in a block; the last may be incomplete. */
  private int examples(int block) {
    return Math.min(LENGTH, batch - block * LENGTH);
  }

  /** First place beyond the whole squares of places and examples. */
  private int squares(int block) {
    return Square.fits() && examples(block) == LENGTH ? places / Square.SIDE * Square.SIDE : 0;
  }

  @Override
  public void toLanes(float[] rows, float[] lanes) {
    for (int block = 0; block < blocks(batch); block++) {
      toLanes(rows, block, lanes);
    }
  }

  @Override
  public void toRows(float[] lanes, float[] rows) {
    for (int block = 0; block < blocks(batch); block++) {
      toRows(lanes, block, rows);
    }
  }

  /** Copies one block into lanes; unused lanes become 0. */
  void toLanes(float[] rows, int block, float[] lanes) {
    int from = block * LENGTH * places;
    int to = block * blockLength();
    int squares = squares(block);
    for (int p = 0; p < squares; p += Square.SIDE) {
      Square.transpose(rows, from + p, places, lanes, to + p * LENGTH, LENGTH);
    }
    for (int first = squares; first < places; first += STRIP) {
      int count = Math.min(STRIP, places - first);
      for (int lane = 0; lane < LENGTH; lane++) {
        if (lane < examples(block)) {
          read(rows, from + lane * places + first, count, lanes, to + first * LENGTH + lane);
        } else {
          clear(count, lanes, to + first * LENGTH + lane);
        }
      }
    }
  }

  private static void read(float[] rows, int from, int count, float[] lanes, int to) {
    for (int p = 0; p < count; p++) {
      lanes[to + p * LENGTH] = rows[from + p];
    }
  }

  private static void clear(int count, float[] lanes, int to) {
    for (int p = 0; p < count; p++) {
      lanes[to + p * LENGTH] = 0;
    }
  }

  void toRows(float[] lanes, int block, float[] rows) {
    int from = block * blockLength();
    int to = block * LENGTH * places;
    int squares = squares(block);
    for (int p = 0; p < squares; p += Square.SIDE) {
      Square.transpose(lanes, from + p * LENGTH, LENGTH, rows, to + p, places);
    }
    for (int first = squares; first < places; first += STRIP) {
      for (int lane = 0; lane < examples(block); lane++) {
        write(lanes, from + first * LENGTH + lane, Math.min(STRIP, places - first), rows, to + lane * places + first);
      }
    }
  }

  private static void write(float[] lanes, int from, int count, float[] rows, int to) {
    for (int p = 0; p < count; p++) {
      rows[to + p] = lanes[from + p * LENGTH];
    }
  }

  /** Adds one block to the rows. Destroys the block. */
  void addToRows(float[] lanes, int block, float[] rows) {
    int from = block * blockLength();
    int to = block * LENGTH * places;
    int squares = squares(block);
    for (int p = 0; p < squares; p += Square.SIDE) {
      Square.transpose(lanes, from + p * LENGTH, LENGTH, lanes, from + p * LENGTH, LENGTH);
      addSquare(lanes, from + p * LENGTH, rows, to + p, places);
    }
    for (int first = squares; first < places; first += STRIP) {
      for (int lane = 0; lane < examples(block); lane++) {
        add(lanes, from + first * LENGTH + lane, Math.min(STRIP, places - first), rows, to + lane * places + first);
      }
    }
  }

  private static void addSquare(float[] lanes, int from, float[] rows, int to, int stride) {
    for (int i = 0; i < LENGTH; i++) {
      FloatVector.fromArray(LANES, rows, to + i * stride).add(FloatVector.fromArray(LANES, lanes, from + i * LENGTH))
          .intoArray(rows, to + i * stride);
    }
  }

  private static void add(float[] lanes, int from, int count, float[] rows, int to) {
    for (int p = 0; p < count; p++) {
      rows[to + p] += lanes[from + p * LENGTH];
    }
  }
}
