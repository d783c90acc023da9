package studio.backprop.ui.inside.lens.sheet;

import java.util.List;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.ui.inside.lens.sheet.LensModel.Quantity;

/** Several tensors with a common cell size and colour scale. */
public final class TensorPicture {
  /** Maximum and minimum cell size, in px. */
  private static final double MAX_CELL = 60;
  private static final double MIN_CELL = 4;
  /** Height of the gradients' title with its gaps. */
  private static final double SLOPES = 34;

  /** Placement of the gradients: below the values, or beside them in a low window, where cells below would be too small for numbers. */
  enum Back {
    NOWHERE,
    BELOW,
    BESIDE
  }

  private TensorPicture() {}

  /**
   * Tensor of a card.
   *
   * @param before the same tensor one step before; null if unknown
   */
  public record Shown(TensorCard card, String name, Tensors now, Tensors before) {
    private float largestSlope() {
      return now.grads() == null ? 0 : card.largest(now.grads());
    }

    private float largest(Quantity quantity) {
      return Reading.of(quantity, now, before).map(card::largest).orElse(0f);
    }
  }

  /** Shows tensors with a common colour scale. */
  public static void show(LensDesk desk, List<Shown> picture) {
    Quantity quantity = desk.model().quantityProperty().get();
    float largest = picture.stream().map(shown -> shown.largest(quantity)).max(Float::compare).orElse(0f);
    float largestSlope = picture.stream().map(Shown::largestSlope).max(Float::compare).orElse(0f);
    for (Shown shown : picture) {
      shown.card.alike(largest, largestSlope);
      shown.card.show(shown.name, shown.now, shown.before);
    }
  }

  /** Shows a tensor with its own colour scale, whose range is shown beside the size. */
  public static void alone(LensDesk desk, Shown shown) {
    shown.card.byItself();
    show(desk, List.of(shown));
  }

  /** Gives all cells a common size in px, as large as the room allows: larger than elsewhere, since they fill the window. */
  public static void share(List<TensorCard> picture, double wide, double high) {
    double alone = size(picture, Back.NOWHERE, wide, high);
    double below = size(picture, Back.BELOW, wide, (high - SLOPES) / 2);
    double beside = size(picture, Back.BESIDE, wide, high);
    double readable = Math.min(alone, CellText.NARROWEST);
    boolean known = picture.stream().allMatch(TensorCard::hasSlopes);
    Back back = known && below >= readable ? Back.BELOW : known && beside >= readable ? Back.BESIDE : Back.NOWHERE;
    double size = back == Back.BELOW ? below : back == Back.BESIDE ? beside : alone;
    for (TensorCard card : picture) {
      card.resize(size, back);
    }
  }

  private static double size(List<TensorCard> picture, Back back, double wide, double high) {
    double size = Math.min(MAX_CELL, picture.stream().mapToDouble(card -> Math.floor((high - 1) / card.rows())).min().orElse(MAX_CELL));
    while (size > MIN_CELL) {
      double cell = size;
      if (picture.stream().mapToDouble(card -> card.width(cell, back)).sum() <= wide) {
        break;
      }
      size--;
    }
    return size;
  }
}
