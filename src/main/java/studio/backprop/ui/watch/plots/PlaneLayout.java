package studio.backprop.ui.watch.plots;

import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import studio.backprop.ui.kit.Coordinates;

/**
 * Layout of the map of a plane, as large as possible with equal scales on both axes. Legend and scores are beside or below it, whichever
 * leaves a larger map; the legend is abbreviated in a narrow strip, and scores are shown only where they fit.
 */
final class PlaneLayout extends Region {
  private static final double GAP = 8;
  /** Width of the legend beside the map, with numbers only, and from which it has words. */
  private static final double STRIP = 62;
  private static final double WORDS = 116;
  private static final double LEAST = 40;
  private static final double LEAST_HIGH = 160;
  /** Maximum height of the tiles of units under the map. */
  private static final double TILES = 30;
  /** Height of the tiles' title. */
  private static final double TITLE = 22;

  private final Region picture;
  private final UnitTiles tiles;
  private final Region legend;
  private final Region scores;
  private final Consumer<Boolean> inShort;
  private double aspect = 1;
  private double strip = STRIP;

  /** @param inShort receives whether the legend has room for marks and numbers only */
  PlaneLayout(Region picture, UnitTiles tiles, Region legend, Region scores, Consumer<Boolean> inShort) {
    this.picture = picture;
    this.tiles = tiles;
    this.legend = legend;
    this.scores = scores;
    this.inShort = inShort;
    getChildren().addAll(picture, tiles, legend, scores);
  }

  /**
   * @param aspect width of the map relative to its height
   * @param words whether the legend needs its words, wherever it is
   */
  void shape(double aspect, boolean words) {
    double wanted = words ? WORDS : STRIP;
    if (this.aspect != aspect || strip != wanted) {
      this.aspect = aspect;
      this.strip = wanted;
      requestLayout();
    }
  }

  @Override
  protected void layoutChildren() {
    Insets room = Coordinates.SMALL;
    double level = room.getLeft() + room.getRight();
    double upright = room.getTop() + room.getBottom();
    double beside = Math.min(aspect * (getHeight() - upright), getWidth() - level - GAP - strip);
    inShort.accept(false);
    tiles.shape(TILES, true);
    double notes = GAP + noted(tiles, getWidth()) + noted(legend, getWidth());
    double under = Math.min(getWidth() - level, aspect * (getHeight() - upright - notes));
    double wide = Math.max(LEAST, Math.max(beside, under));
    picture.resizeRelocate(0, 0, snapSizeX(wide + level), snapSizeY(wide / aspect + upright));
    if (beside >= under) {
      placeBeside(picture.getWidth() + GAP);
    } else {
      placeUnder(picture.getHeight() + GAP);
    }
  }

  private static double noted(Region region, double width) {
    return region.isManaged() ? GAP + region.prefHeight(width) : 0;
  }

  private void placeBeside(double left) {
    double width = getWidth() - left;
    boolean words = width >= WORDS;
    inShort.accept(!words);
    double top = snapSizeY(legend.prefHeight(width));
    legend.resizeRelocate(left, 0, width, top);
    double scored = snapSizeY(scores.prefHeight(width));
    boolean room = words && top + GAP + scored <= getHeight();
    scores.setVisible(room);
    if (room) {
      scores.resizeRelocate(left, top + GAP, width, scored);
      top += GAP + scored;
    }
    double rest = getHeight() - top - GAP;
    tiles.shape(Math.max(0, rest - (words ? TITLE : 0)), words);
    double tiled = Math.min(rest, tiles.prefHeight(width));
    tiles.resizeRelocate(left, getHeight() - tiled, width, Math.max(0, tiled));
  }

  private void placeUnder(double below) {
    double top = below;
    for (Region note : new Region[] {tiles, legend}) {
      double high = note.isManaged() ? snapSizeY(note.prefHeight(getWidth())) : 0;
      note.resizeRelocate(0, top, getWidth(), high);
      top += high > 0 ? high + GAP : 0;
    }
    double scored = snapSizeY(scores.prefHeight(getWidth()));
    scores.setVisible(top + scored <= getHeight());
    scores.resizeRelocate(0, top, getWidth(), scored);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 300;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 240;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computeMinHeight(double width) {
    return LEAST_HIGH;
  }
}
