package studio.backprop.ui.inside.lens.sheet;

import java.util.List;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.ui.inside.lens.sheet.LensModel.Quantity;

/** Several tensors that are one picture: their cells have one size, and the same number has the same shade. */
public final class TensorPicture {
  /** A cell with much room is not larger, and one with little room not smaller, in px. */
  private static final double ROOMY = 60;
  private static final double LEAST = 4;
  /** The title of the gradients and the gaps around it. */
  private static final double SLOPES = 34;

  /**
   * Where the gradients of the cells stand: below them, or beside them in a low window, where the numbers in cells below could not be
   * written.
   */
  enum Back {
    NOWHERE,
    BELOW,
    BESIDE
  }

  private TensorPicture() {}

  /**
   * What a card is to show.
   *
   * @param name what the numbers are
   * @param before the same tensor a step before; null where it is not known
   */
  public record Shown(TensorCard card, String name, Tensors now, Tensors before) {
    private float largestSlope() {
      return now.grads() == null ? 0 : card.largest(now.grads());
    }

    private float largest(Quantity quantity) {
      return Reading.of(quantity, now, before).map(card::largest).orElse(0f);
    }
  }

  /** Shows numbers that are one picture: the same number has the same shade on all cards. */
  public static void show(LensDesk desk, List<Shown> picture) {
    Quantity quantity = desk.model().quantityProperty().get();
    float largest = picture.stream().map(shown -> shown.largest(quantity)).max(Float::compare).orElse(0f);
    float largestSlope = picture.stream().map(Shown::largestSlope).max(Float::compare).orElse(0f);
    for (Shown shown : picture) {
      shown.card.alike(largest, largestSlope);
      shown.card.show(shown.name, shown.now, shown.before);
    }
  }

  /** Shows numbers whose shades say how large they are among themselves; how far the colours reach is said beside their size. */
  public static void alone(LensDesk desk, Shown shown) {
    shown.card.byItself();
    show(desk, List.of(shown));
  }

  /**
   * Gives all cells of a picture one size, as large as the room allows, in px: larger than elsewhere, for they have the window to
   * themselves.
   */
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
    double size = Math.min(ROOMY, picture.stream().mapToDouble(card -> Math.floor((high - 1) / card.rows())).min().orElse(ROOMY));
    while (size > LEAST) {
      double cell = size;
      if (picture.stream().mapToDouble(card -> card.width(cell, back)).sum() <= wide) {
        break;
      }
      size--;
    }
    return size;
  }
}
