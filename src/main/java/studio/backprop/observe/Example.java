package studio.backprop.observe;

import java.util.Optional;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.draw.DrawnExample;
import studio.backprop.environment.Environments;

/**
 * Inspected example: of the data, drawn, or of an agent's last update. Immutable.
 *
 * @param row index in that part
 * @param drawn replaces the example of the data
 * @param learned whether it is the first example of an agent's last update, if any
 */
public record Example(Part part, int row, Optional<DrawnExample> drawn, boolean learned) {
  public static final Example FIRST = new Example(Part.TRAIN, 0);
  public static final Example LEARNED = new Example(Part.TRAIN, 0, Optional.empty(), true);

  public Example {
    if (row < 0) {
      throw new IllegalArgumentException("row must be at least 0, but was " + row);
    }
  }

  public Example(Part part, int row, Optional<DrawnExample> drawn) {
    this(part, row, drawn, false);
  }

  public Example(Part part, int row) {
    this(part, row, Optional.empty());
  }

  /** A drawing; keeps the position in the data. */
  public Example drawn(DrawnExample drawing) {
    return new Example(part, row, Optional.of(drawing));
  }

  public Example undrawn() {
    return drawn.isEmpty() ? this : new Example(part, row);
  }

  /** Clamped to the data: the last one of its part, or the first training example if the part is empty. */
  public Example within(PreparedData data) {
    if (learned) {
      return Environments.find(data.dataset().name()).isPresent() ? this : FIRST.within(data);
    }
    int rows = data.rows(part);
    if (drawn.isPresent() && !drawn.get().fits(data)) {
      return undrawn().within(data);
    }
    return rows == 0 ? new Example(Part.TRAIN, 0, drawn) : row < rows ? this : new Example(part, rows - 1, drawn);
  }

  /** The example at an offset in its part, cyclic. */
  public Example further(int places, PreparedData data) {
    return new Example(part, Math.floorMod(row + places, data.rows(part)));
  }

  /** Copies its scaled input. */
  public void copyInput(PreparedData data, float[] to) {
    drawn.ifPresentOrElse(drawing -> drawing.copyInput(data, to), () -> data.copyInput(part, row, to, 0));
  }

  /** Copies its input without scaling. */
  public void copyRawInput(PreparedData data, float[] to) {
    drawn.ifPresentOrElse(drawing -> drawing.copyPicture(to), () -> data.copyRawInput(part, row, to));
  }
}
