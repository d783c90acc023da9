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

/** Points that a person draws to be learned from: a brush leaves some at each place, a rubber takes them away. A stroke is one edit. */
public final class DrawnPointsModel {
  /** What the mouse does. */
  enum Tool {
    BRUSH,
    ERASER
  }

  /** How far the brush reaches. */
  enum Width {
    FINE(0.03),
    MEDIUM(0.08),
    WIDE(0.18);

    private final double reach;

    Width(double reach) {
      this.reach = reach;
    }
  }

  /** Points that the brush leaves at one place. */
  private static final int AT_ONCE = 4;
  /** The rubber reaches further than the finest brush, so that it can be aimed. */
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

  /** Whether the chosen data are drawn by a person. */
  ObservableValue<Boolean> wantedProperty() {
    return wanted;
  }

  /** What is there, with the stroke that is under way. */
  public ReadOnlyObjectProperty<DrawnPoints> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  ObjectProperty<Tool> toolProperty() {
    return tool;
  }

  ObjectProperty<Width> widthProperty() {
    return width;
  }

  /** How far the tool of now reaches, in units of the square from −1 to 1. */
  double reach() {
    return tool.get() == Tool.ERASER ? Math.max(RUBBER, width.get().reach) : width.get().reach;
  }

  /** The tool is at a place, from −1 to 1. */
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

  /** The stroke is done, and becomes an edit. */
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
