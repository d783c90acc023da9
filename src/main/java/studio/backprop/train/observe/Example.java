package studio.backprop.train.observe;

import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;

/**
 * One example of the data that somebody looks at.
 *
 * @param part where it comes from
 * @param row its place in that part, counted from 0
 */
public record Example(Part part, int row) {
  public static final Example FIRST = new Example(Part.TRAIN, 0);

  public Example {
    if (row < 0) {
      throw new IllegalArgumentException("row must be at least 0, but was " + row);
    }
  }

  /** Itself if these data have it; else the last one of its part, or the first to train on where that part is empty. */
  public Example within(PreparedData data) {
    int rows = data.rows(part);
    return rows == 0 ? FIRST : row < rows ? this : new Example(part, rows - 1);
  }

  /** The one so many places further in its part; after the last comes the first. */
  public Example further(int places, PreparedData data) {
    return new Example(part, Math.floorMod(row + places, data.rows(part)));
  }
}
