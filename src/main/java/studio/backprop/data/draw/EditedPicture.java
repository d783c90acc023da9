package studio.backprop.data.draw;

import java.util.Arrays;
import studio.backprop.data.Dataset;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.tensor.Shape;

/** An example's image that the user edits pixel by pixel; neither centred nor scaled. Immutable. */
public final class EditedPicture {
  private final Part part;
  private final int row;
  private final int label;
  private final Shape shape;
  private final float largest;
  private final float[] first;
  private final float[] now;

  private EditedPicture(EditedPicture of, float[] now) {
    this.part = of.part;
    this.row = of.row;
    this.label = of.label;
    this.shape = of.shape;
    this.largest = of.largest;
    this.first = of.first;
    this.now = now;
  }

  /** Unchanged copy of an example. @throws IllegalArgumentException if the examples are no pictures */
  public EditedPicture(PreparedData data, Part part, int row) {
    Dataset dataset = data.dataset();
    if (!dataset.isImages()) {
      throw new IllegalArgumentException("the examples of " + dataset.name() + " are no pictures");
    }
    this.part = part;
    this.row = row;
    this.label = dataset.task() == Task.CLASSES && dataset.answers() == 1 ? data.classOf(part, row) : DrawnExample.UNKNOWN;
    this.shape = dataset.inputShape();
    this.largest = dataset.about().largestPixel();
    this.first = new float[dataset.width()];
    data.copyRawInput(part, row, first);
    this.now = first;
  }

  /** Part of the original example. */
  public Part part() {
    return part;
  }

  /** Row of the original example in its part. */
  public int row() {
    return row;
  }

  /** Class of the original, or {@link DrawnExample#UNKNOWN}. */
  public int label() {
    return label;
  }

  public int rows() {
    return shape.size(1);
  }

  public int columns() {
    return shape.size(2);
  }

  /** Maximum pixel value. */
  public float largest() {
    return largest;
  }

  /** One pixel of the first channel, in original units. */
  public float pixel(int atRow, int atColumn) {
    return now[atRow * columns() + atColumn];
  }

  /** Network input before scaling, row-major, in original units. */
  public float[] picture() {
    return now.clone();
  }

  public boolean isChanged(int atRow, int atColumn) {
    int plane = rows() * columns();
    for (int at = atRow * columns() + atColumn; at < now.length; at += plane) {
      if (now[at] != first[at]) {
        return true;
      }
    }
    return false;
  }

  public int changed() {
    int count = 0;
    for (int at = 0; at < rows() * columns(); at++) {
      count += isChanged(at / columns(), at % columns()) ? 1 : 0;
    }
    return count;
  }

  /** Sets a pixel to the value of ink, or of paper; returns itself if unchanged. */
  public EditedPicture with(int atRow, int atColumn, boolean ink) {
    float value = ink == isPaperDark() ? largest : 0;
    float[] next = now.clone();
    for (int at = atRow * columns() + atColumn; at < next.length; at += rows() * columns()) {
      next[at] = value;
    }
    return Arrays.equals(next, now) ? this : new EditedPicture(this, next);
  }

  /** Paper is the value of most corners. */
  private boolean isPaperDark() {
    int plane = rows() * columns();
    float[] corners = {first[0], first[columns() - 1], first[plane - columns()], first[plane - 1]};
    Arrays.sort(corners);
    return (corners[1] + corners[2]) / 2 <= largest / 2;
  }

  /** Whether both edit the same example. @param other may be null */
  boolean beganAs(EditedPicture other) {
    return other != null && other.first == first;
  }
}
