package studio.backprop.ui.design.designer.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import studio.backprop.environment.ObservationVariable;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.LargeTitle;
import studio.backprop.ui.kit.Lang;

/** Observation of an agent: a bar for each variable within its usual range, with name and value. */
final class StateBars extends Region implements UnitPlaces {
  private static final int DIGITS = 2;
  private static final double NUMBER = 46;
  private static final double BAR = 22;
  private static final double THICK = 6;
  private static final double THICK_ALONE = 8;
  private static final double MIN_WIDTH = 2;
  private static final double GAP = 4;
  /** Number of variables from which the font is smaller. */
  private static final int MANY = 4;

  private final List<ObservationVariable> observed;
  private final Lang lang;
  private final List<Text> names = new ArrayList<>();
  private final List<Region> tracks = new ArrayList<>();
  private final List<Region> bars = new ArrayList<>();
  private final List<Text> numbers = new ArrayList<>();
  private float[] values = {};
  private boolean simple;

  StateBars(List<ObservationVariable> observed, Lang lang) {
    this.observed = observed;
    this.lang = lang;
    getStyleClass().add("bars");
    setMouseTransparent(true);
    for (int i = 0; i < observed.size(); i++) {
      names.add(text("bar-name"));
      tracks.add(region("norm-track"));
      bars.add(region("norm-bar"));
      numbers.add(text("bar-number"));
    }
  }

  private Text text(String style) {
    Text text = new Text();
    text.getStyleClass().add(style);
    text.setManaged(false);
    text.setStyle(observed.size() > MANY ? "-fx-font-size: 10px;" : "");
    text.fontProperty().subscribe(font -> requestLayout()); // the zoom changes it, and styles come after layout
    getChildren().add(text);
    return text;
  }

  private Region region(String style) {
    Region region = new Region();
    region.getStyleClass().add(style);
    region.setManaged(false);
    getChildren().add(region);
    return region;
  }

  /** @param measured unscaled values */
  void show(float[] measured) {
    values = measured;
    boolean moved = false;
    for (int i = 0; i < numbers.size(); i++) {
      String written = lang.numbers().aligned(values[i], DIGITS);
      if (!written.equals(numbers.get(i).getText())) {
        numbers.get(i).setText(written);
        moved = true;
      }
    }
    if (moved) {
      requestLayout();
    }
  }

  /** Zoomed out, bars are shown without text. */
  void simplify(boolean wanted) {
    simple = wanted;
    names.forEach(name -> name.setVisible(!simple));
    numbers.forEach(number -> number.setVisible(!simple));
    requestLayout();
  }

  private double line() {
    return getHeight() / Math.max(1, names.size());
  }

  @Override
  public int unitAt(double x, double y) {
    int at = (int) Math.floor(y / line());
    return at >= 0 && at < names.size() ? at : -1;
  }

  @Override
  public Optional<Box> placeOf(int unit) {
    return unit < names.size() ? Optional.of(new Box(0, unit * line(), getWidth(), line())) : Optional.empty();
  }

  @Override
  protected void layoutChildren() {
    double wide = simple ? getWidth() : BAR;
    double thick = simple ? THICK_ALONE : THICK;
    double barX = getWidth() - wide - (simple ? 0 : NUMBER);
    for (int i = 0; i < names.size(); i++) {
      double middle = (i + 0.5) * line();
      Text name = names.get(i);
      String whole = lang.say(observed.get(i).title());
      name.setText(LargeTitle.fitted(name.getFont(), whole, barX - GAP).orElse(whole));
      name.relocate(0, middle - name.getLayoutBounds().getHeight() / 2);
      Box track = new Box(barX, Math.rint(middle - thick / 2), wide, thick);
      tracks.get(i).resizeRelocate(track.x(), track.y(), track.width(), track.height());
      placeBar(i, track);
      Text number = numbers.get(i);
      number.relocate(Math.rint(getWidth() - number.getLayoutBounds().getWidth()), middle - number.getLayoutBounds().getHeight() / 2);
    }
  }

  private void placeBar(int i, Box track) {
    double value = i < values.length ? values[i] : 0;
    double from = Math.min(share(i, 0), share(i, value));
    double wide = Math.max(MIN_WIDTH, Math.abs(share(i, value) - share(i, 0)) * track.width());
    bars.get(i).resizeRelocate(track.x() + Math.min(track.width() - wide, from * track.width()), track.y(), wide, track.height());
  }

  /** Position of a value in its usual range, from 0 to 1. */
  private double share(int i, double value) {
    ObservationVariable range = observed.get(i);
    return Math.max(0, Math.min(1, (value - range.low()) / (range.high() - range.low())));
  }
}
