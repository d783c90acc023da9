package studio.backprop.data.draw;

import java.util.ArrayList;
import java.util.List;

/** The strokes of a picture that a person draws, in their order. Immutable: each change gives another one. */
public record Drawing(List<Stroke> strokes) {
  public static final Drawing EMPTY = new Drawing(List.of());

  public Drawing {
    strokes = List.copyOf(strokes);
  }

  public boolean isEmpty() {
    return strokes.isEmpty();
  }

  /** With a stroke more. */
  public Drawing with(Stroke stroke) {
    List<Stroke> more = new ArrayList<>(strokes);
    more.add(stroke);
    return new Drawing(more);
  }

  /** With the last stroke drawn on to this point. */
  public Drawing to(StrokePoint next) {
    List<Stroke> longer = new ArrayList<>(strokes);
    longer.set(longer.size() - 1, longer.get(longer.size() - 1).to(next));
    return new Drawing(longer);
  }

  /** Without the strokes that come this close to a place of the pad. */
  public Drawing without(double x, double y, double reach) {
    return new Drawing(strokes.stream().filter(stroke -> stroke.distance(x, y) > reach).toList());
  }
}
