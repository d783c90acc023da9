package studio.backprop.data.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * User's drawing: strokes in order, or an edited example of the dataset. Immutable.
 *
 * @param pixels the edited example; empty for strokes
 */
public record Drawing(List<Stroke> strokes, Optional<EditedPicture> pixels) {
  public static final Drawing EMPTY = new Drawing(List.of());

  public Drawing {
    strokes = List.copyOf(strokes);
    if (pixels.isPresent() && !strokes.isEmpty()) {
      throw new IllegalArgumentException("an example whose pixels are changed has no strokes");
    }
  }

  public Drawing(List<Stroke> strokes) {
    this(strokes, Optional.empty());
  }

  public Drawing(EditedPicture pixels) {
    this(List.of(), Optional.of(pixels));
  }

  public boolean isEmpty() {
    return strokes.isEmpty() && pixels.isEmpty();
  }

  /** Whether both consist of strokes, or edit the same example. */
  public boolean beganAs(Drawing other) {
    return pixels.isPresent() ? pixels.get().beganAs(other.pixels.orElse(null)) : other.pixels.isEmpty();
  }

  public Drawing with(Stroke stroke) {
    List<Stroke> more = new ArrayList<>(strokes);
    more.add(stroke);
    return new Drawing(more);
  }

  public Drawing to(StrokePoint next) {
    List<Stroke> longer = new ArrayList<>(strokes);
    longer.set(longer.size() - 1, longer.get(longer.size() - 1).to(next));
    return new Drawing(longer);
  }

  public Drawing without(double x, double y, double reach) {
    return new Drawing(strokes.stream().filter(stroke -> stroke.distance(x, y) > reach).toList());
  }
}
