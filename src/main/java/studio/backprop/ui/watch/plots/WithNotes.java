package studio.backprop.ui.watch.plots;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** Layout of a picture with notes: at its right or, in a narrow place, below. */
final class WithNotes extends Region {
  private static final double GAP = 12;
  /** Aspect ratio of a wide place. */
  private static final double WIDE = 1.25;
  /** Maximum height of a picture above its notes, relative to its width. */
  private static final double TALL = 0.95;
  /** Preferred height. */
  private static final double USUAL = 0.8;
  /** Maximum share of the width for notes beside a picture; some would take all the width. */
  private static final double MOST_NOTES = 0.45;
  /** Maximum height of a picture beside its notes, relative to its width. */
  private static final double TALLEST = 1.4;

  private final Region picture;
  private final Region notes;

  WithNotes(Region picture, Region notes) {
    this.picture = picture;
    this.notes = notes;
    getChildren().addAll(picture, notes);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    if (width > WIDE * height) {
      double noted = snapSizeX(Math.min(notes.prefWidth(-1), MOST_NOTES * width));
      double left = Math.max(0, width - noted - GAP);
      picture.resizeRelocate(0, 0, left, Math.min(height, TALLEST * left));
      notes.resizeRelocate(left + GAP, 0, noted, height);
    } else {
      double noted = snapSizeY(notes.prefHeight(width));
      double top = snapSizeY(Math.max(0, Math.min(height - noted - GAP, TALL * width)));
      picture.resizeRelocate(0, 0, width, top);
      notes.resizeRelocate(0, top + GAP, width, noted);
    }
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 260;
  }

  @Override
  protected double computePrefHeight(double width) {
    return width < 0 ? 240 : USUAL * width + GAP + notes.prefHeight(width);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }
}
