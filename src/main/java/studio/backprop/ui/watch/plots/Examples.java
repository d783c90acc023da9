package studio.backprop.ui.watch.plots;

import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.observe.Example;
import studio.backprop.ui.kit.Mark;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Span;
import studio.backprop.ui.kit.Token;

/** Examples in a plane, with a shape per part, coloured by target. */
final class Examples {
  /** Maximum number of points, so as not to hide the map; of more, every n-th is drawn. */
  private static final int MOST = 300;
  private static final int LEAST = 60;
  /** Minimum map area per point, in px². */
  private static final double ROOM = 160;
  /** Side of a map with marks of the usual size, in px. */
  private static final double USUAL = 240;
  private static final double SMALLEST = 0.6;
  private static final double NEAR = 10;

  private final NetworkOutput.Plane plane;
  private final PreparedData data;
  private final Span across;
  private final Span up;

  Examples(NetworkOutput.Plane plane) {
    this.plane = plane;
    this.data = plane.judged().data();
    this.across = DataRanges.ofInput(data, 0);
    this.up = DataRanges.ofInput(data, 1);
  }

  Span across() {
    return across;
  }

  Span up() {
    return up;
  }

  private int step(Part part, double width, double height) {
    int most = (int) Math.max(LEAST, Math.min(MOST, width * height / ROOM));
    return data.rows(part) / most + 1;
  }

  private double x(Part part, int row, double width) {
    return across.shareOf(data.exactInput(part, row, 0)) * width;
  }

  private double y(Part part, int row, double height) {
    return (1 - up.shareOf(data.exactInput(part, row, 1))) * height;
  }

  void paint(GraphicsContext g, double width, double height, Palette palette) {
    double size = Math.max(SMALLEST, Math.min(1, Math.min(width, height) / USUAL));
    for (Part part : Part.values()) {
      for (int row = 0; row < data.rows(part); row += step(part, width, height)) {
        Color color = palette.signed().color(Math.max(-1, Math.min(1, plane.positionOfTarget(data.rawTarget(part, row)))));
        mark(part).paint(g, x(part, row, width), y(part, row, height), size, color, palette.color(rim(data, part)));
      }
    }
  }

  /** Ring around the selected example. */
  void paintChosen(GraphicsContext g, double width, double height, Palette palette, Example chosen) {
    Example example = chosen.within(data);
    Mark.ring(g, palette, x(example.part(), example.row(), width), y(example.part(), example.row(), height));
  }

  /** The nearest drawn example, within a tolerance. */
  Optional<Example> at(double x, double y, double width, double height) {
    Example found = null;
    double nearest = NEAR * NEAR;
    for (Part part : Part.values()) {
      for (int row = 0; row < data.rows(part); row += step(part, width, height)) {
        double dx = x(part, row, width) - x;
        double dy = y(part, row, height) - y;
        if (dx * dx + dy * dy < nearest) {
          nearest = dx * dx + dy * dy;
          found = new Example(part, row);
        }
      }
    }
    return Optional.ofNullable(found);
  }

  static Mark mark(Part part) {
    return Mark.values()[part.ordinal()];
  }

  /**
   * Rim of a mark: training circles of a regression are grey-rimmed, as mid-range values are pale; class colours contrast by themselves.
   */
  private static Token rim(PreparedData data, Part part) {
    boolean pale = data.dataset().task() == Task.REGRESSION;
    return part != Part.TRAIN ? Token.FG : pale ? Token.MUT : Token.BG;
  }
}
