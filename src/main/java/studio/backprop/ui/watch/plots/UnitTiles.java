package studio.backprop.ui.watch.plots;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Raster;
import studio.backprop.ui.kit.Scale;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.workspace.run.PointedUnit;

/** Tile of the activation map of each unit of a layer. A hovered one is shown large. */
final class UnitTiles extends Region {
  private static final int SIDE = 24;
  private static final int LEAST_SIDE = 10;
  private static final int APART = 2;
  private static final double RIM = 2;
  private static final double GAP = 2;

  private final Lang lang;
  private final ThemeModel theme;
  private final Label title = new Label();
  private final Painting tiles = new Painting(this::paint);
  private final PointedUnit pointed;
  private final List<Raster> rasters = new ArrayList<>();
  private NetworkOutput.Units units;
  /** Maximum height: many units have smaller tiles, since the map beside them matters more. */
  private double mostHigh = 2 * (SIDE + APART);

  UnitTiles(PointedUnit pointed, Lang lang, ThemeModel theme) {
    this.pointed = pointed;
    this.lang = lang;
    this.theme = theme;
    getStyleClass().add("units");
    title.getStyleClass().addAll("note", "mut");
    tiles.setFocusTraversable(true);
    tiles.getStyleClass().add("tiles");
    tiles.accessibleTextProperty().bind(lang.bind("plots.units.help"));
    tiles.setOnMouseMoved(e -> point(unitAt(e.getX(), e.getY())));
    tiles.setOnMouseExited(e -> point(-1));
    tiles.focusedProperty().subscribe((before, now) -> point(now && tiles.isFocusVisible() ? 0 : -1));
    tiles.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    getChildren().addAll(title, tiles);
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  /**
   * @param high maximum height of all tiles
   * @param titled whether the layer is named above them
   */
  void shape(double high, boolean titled) {
    title.setVisible(titled);
    title.setManaged(titled);
    if (mostHigh != high) {
      mostHigh = high;
      tiles.repaint();
    }
  }

  private double line() {
    return title.isVisible() ? snapSizeY(title.prefHeight(-1)) + GAP : 0;
  }

  /** Marks the hovered unit. */
  void mark() {
    tiles.repaint();
  }

  void show(Optional<NetworkOutput.Units> shown, int size) {
    setVisible(shown.isPresent());
    boolean other = shown.map(NetworkOutput.Units::node).filter(node -> units != null && units.node() == node).isEmpty();
    units = shown.orElse(null);
    shown.ifPresent(now -> {
      title.setText(
          now.maps().size() < now.all() ? lang.say("plots.units.some", now.name(), now.maps().size(), now.all())
              : lang.say("plots.units", now.name()));
      colour(now, size);
      if (other) {
        requestLayout();
      }
      tiles.repaint();
    });
  }

  /** On a common scale of the layer. Each tile samples its map at its px. */
  private void colour(NetworkOutput.Units now, int size) {
    Scale scale = theme.palette().signed();
    while (rasters.size() < now.maps().size()) {
      rasters.add(new Raster(SIDE, SIDE));
    }
    float reach = reach(now.maps().toArray(float[][]::new));
    for (int unit = 0; unit < now.maps().size(); unit++) {
      float[] map = now.maps().get(unit);
      for (int y = 0; y < SIDE; y++) {
        for (int x = 0; x < SIDE; x++) {
          rasters.get(unit).set(x, y, scale.argb(map[y * size / SIDE * size + x * size / SIDE] / reach));
        }
      }
      rasters.get(unit).update();
    }
  }

  /** Largest magnitude of an output; 1 where all are zero, as of a dead unit. */
  static float reach(float[]... maps) {
    float reach = 0;
    for (float[] map : maps) {
      for (float value : map) {
        reach = Math.max(reach, Math.abs(value));
      }
    }
    return reach > 0 && reach < Float.POSITIVE_INFINITY ? reach : 1;
  }

  private int count() {
    return units == null ? 0 : units.maps().size();
  }

  /** Pitch of the tiles: the largest that fits the height, down to the smallest. */
  private int step(double width) {
    int step = SIDE + APART;
    while (step > LEAST_SIDE + APART && rows(width, step) * step > mostHigh) {
      step--;
    }
    return step;
  }

  private int rows(double width, int step) {
    return (count() + across(width, step) - 1) / across(width, step);
  }

  /** Balanced rows: a last row of one tile looks lost. */
  private int across() {
    int rows = Math.max(1, rows(getWidth(), step(getWidth())));
    return Math.max(1, (count() + rows - 1) / rows);
  }

  private static int across(double width, int step) {
    return (int) Math.max(1, (width + APART) / step);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return line() + rows(width, step(width)) * step(width);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    double line = line();
    title.resizeRelocate(0, 0, getWidth(), Math.max(0, line - GAP));
    tiles.resizeRelocate(0, line, getWidth(), Math.max(0, getHeight() - line));
  }

  private int unitAt(double x, double y) {
    int step = step(getWidth());
    int column = (int) (x / step);
    int unit = (int) (y / step) * across() + column;
    return column < across() && unit < count() ? unit : -1;
  }

  private void point(int unit) {
    if (units != null) {
      pointed.point(units.node(), unit);
    }
  }

  private int pointedAt() {
    return units == null ? -1 : pointed.in(units.node()).orElse(-1);
  }

  private void key(KeyEvent key) {
    int at = pointedAt();
    int to = switch (key.getCode()) {
      case LEFT -> at - 1;
      case RIGHT -> at + 1;
      case UP -> at - across();
      case DOWN -> at + across();
      default -> Integer.MIN_VALUE;
    };
    if (to != Integer.MIN_VALUE && units != null) {
      point(Math.max(0, Math.min(count() - 1, to)));
      key.consume();
    }
  }

  private void paint(GraphicsContext g, double width, double height) {
    int step = step(getWidth());
    int side = step - APART;
    for (int unit = 0; unit < count(); unit++) {
      double x = unit % across() * step;
      double y = unit / across() * step;
      rasters.get(unit).paint(g, 0, 0, SIDE, SIDE, x, y, side, side);
      boolean marked = unit == pointedAt();
      g.setStroke(theme.palette().color(marked ? Token.ACCENT_TEXT : Token.BORDER));
      g.setLineWidth(marked ? RIM : 1);
      g.strokeRect(x + 0.5, y + 0.5, side - 1, side - 1);
    }
  }
}
