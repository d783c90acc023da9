package studio.backprop.ui.design.palette;

import java.util.SplittableRandom;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import studio.backprop.data.DataSettings;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.DrawnPoints;

/** Editor of hand-drawn points: a brush adds points, an eraser removes them. A stroke is one edit. */
public final class DrawnPointsModel {
  /** Drawing tool. */
  enum Tool {
    BRUSH,
    ERASER
  }

  /** Width of the brush. */
  enum Width {
    FINE(0.03),
    MEDIUM(0.08),
    WIDE(0.18);

    private final double reach;

    Width(double reach) {
      this.reach = reach;
    }
  }

  /** Points added by the brush at one place. */
  private static final int AT_ONCE = 4;
  /** The eraser is wider than the finest brush, so that it can be aimed. */
  private static final double RUBBER = 0.06;

  private final DataEdits edits;
  private final ObservableValue<DrawnPoints> kept;
  private final ObservableValue<Boolean> wanted;
  private final ReadOnlyObjectWrapper<DrawnPoints> shown = new ReadOnlyObjectWrapper<>(this, "shown", DrawnPoints.NONE);
  private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(this, "tool", Tool.BRUSH);
  private final ObjectProperty<Width> width = new SimpleObjectProperty<>(this, "width", Width.MEDIUM);

  DrawnPointsModel(DataEdits edits) {
    this.edits = edits;
    kept = edits.data(DataSettings::drawn);
    wanted = edits.data(data -> DatasetCatalog.find(data.dataset()).filter(info -> info.source().isDrawn()).isPresent());
    kept.subscribe(shown::set);
  }

  /** Whether the chosen data are drawn by the user. */
  ObservableValue<Boolean> wantedProperty() {
    return wanted;
  }

  /** Points, with those of the current stroke. */
  public ReadOnlyObjectProperty<DrawnPoints> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  ObjectProperty<Tool> toolProperty() {
    return tool;
  }

  ObjectProperty<Width> widthProperty() {
    return width;
  }

  /** Radius of the current tool, in units of the square [−1, 1]². */
  double reach() {
    return tool.get() == Tool.ERASER ? Math.max(RUBBER, width.get().reach) : width.get().reach;
  }

  /** Applies the tool at a place of the square [−1, 1]². */
  public void touch(double x, double y) {
    DrawnPoints now = shown.get();
    if (tool.get() == Tool.ERASER) {
      shown.set(now.without(x, y, reach()));
      return;
    }
    SplittableRandom random = new SplittableRandom(now.count());
    float[] more = new float[2 * AT_ONCE];
    for (int i = 0; i < AT_ONCE; i++) {
      double angle = 2 * Math.PI * random.nextDouble();
      double away = reach() * Math.sqrt(random.nextDouble()); // as many on each piece of the disc
      more[2 * i] = (float) (x + away * Math.cos(angle));
      more[2 * i + 1] = (float) (y + away * Math.sin(angle));
    }
    shown.set(now.with(more));
  }

  /** Ends the stroke, which becomes an edit. */
  public void lift() {
    DrawnPoints now = shown.get();
    if (!now.equals(kept.getValue())) {
      edits.edit(tool.get() == Tool.ERASER ? "drawn.erased" : "drawn.stroke", "", data -> data.withDrawn(now));
    }
  }

  void clear() {
    if (shown.get().count() > 0) {
      edits.edit("drawn.cleared", "", data -> data.withDrawn(DrawnPoints.NONE));
    }
  }
}
