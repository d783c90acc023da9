package studio.backprop.ui.judge.embedding;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.observe.Example;

/**
 * Quantity that colours the points.
 *
 * @param feature column of the file, −1 for all other kinds
 */
record PointColour(Kind kind, int feature) {
  enum Kind {
    LABEL,
    PREDICTION,
    LOSS,
    COLUMN
  }

  static final PointColour LABEL = new PointColour(Kind.LABEL, -1);

  /** Quantities that the data provide. */
  static List<PointColour> of(PreparedData data) {
    List<PointColour> all = new ArrayList<>();
    boolean one = data.dataset().answers() == 1;
    if (one || data.dataset().original().task() == Task.CLASSES && data.dataset().original().answers() == 1) {
      all.add(LABEL);
    }
    if (one) {
      all.add(new PointColour(Kind.PREDICTION, -1));
    }
    all.add(new PointColour(Kind.LOSS, -1));
    for (int f = 0; f < data.dataset().featureNames().size(); f++) {
      all.add(new PointColour(Kind.COLUMN, f));
    }
    return all;
  }

  /** Whether it is a class, not a number. */
  boolean isClass(EmbeddedPoints points) {
    return kind == Kind.LABEL && points.hasLabels() || kind == Kind.PREDICTION && points.data().dataset().task() == Task.CLASSES;
  }

  /** Class or number of a point; NaN if missing. */
  double value(EmbeddedPoints points, int at) {
    Example example = points.example(at);
    return switch (kind) {
      case LABEL -> points.hasLabels() ? points.labels()[at] : points.data().rawTarget(example.part(), example.row());
      case PREDICTION -> isClass(points) ? points.outputs().predicted()[at] : points.outputs().scores()[at];
      case LOSS -> points.outputs().losses()[at];
      case COLUMN -> points.data().rawInput(example.part(), example.row(), feature);
    };
  }
}
