package studio.backprop.ui.watch.plots;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** A picture with notes: at its right where there is width, under it where there is height. */
final class WithNotes extends Region {
  private static final double GAP = 12;
  /** Wider than this times its height, a place counts as wide. */
  private static final double WIDE = 1.25;
  /** Over its notes a picture is at most so high for its width. */
  private static final double TALL = 0.95;
  /** So high it would like to be. */
  private static final double USUAL = 0.8;
  /** Notes beside a picture have at most this share of the width: some spread over all they get, and would keep it. */
  private static final double MOST_NOTES = 0.45;
  /** Beside its notes a picture is at most so high for its width. */
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
