package studio.backprop.ui.plots;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import studio.backprop.data.PreparedData;
import studio.backprop.train.observe.Example;
import studio.backprop.ui.kit.Coordinates;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Mark;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.Span;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.run.DataWords;

/**
 * A regression of one number on one other: the examples as points and the prediction as a line, or how far each example is off. It follows
 * the training in every frame, and weights that are set by hand. A click chooses an example.
 */
final class FitView extends ScoredPicture<NetworkOutput.Fit> {
  private static final double NEAR = 12;
  private static final double POINT = 7;
  private static final double SMALL = 4;
  private static final int FEW = 200;
  private static final int MOST = 1000;
  private static final double PALE = 0.7;
  private static final double REACH = 3;

  private Span across = new Span();
  private Span up = new Span();

  FitView(OutputModel model, Lang lang, ThemeModel theme) {
    super(model, lang, theme, NetworkOutput.Fit.class, "plots.residuals");
  }

  @Override
  public List<String> detail(NetworkOutput shown) {
    return List.of(lang().say("plots.at_step", shown.judged().step()));
  }

  private NetworkOutput.Pairs pairs() {
    return answer().pairs();
  }

  @Override
  void measure() {
    across = new Span();
    up = new Span();
    up.add(0);
    for (float input : answer().inputs()) {
      across.add(input);
    }
    for (int i = 0; i < answer().given().length; i++) {
      across.add(answer().given()[i]);
      up.add(height(i));
    }
    if (!residual()) {
      addLine();
    }
  }

  /** The line is seen as long as it is not much farther away than the targets are from each other. */
  private void addLine() {
    double reach = REACH * (up.high() - up.low());
    double low = up.low() - reach;
    double high = up.high() + reach;
    for (float output : answer().outputs()) {
      up.add(Math.max(low, Math.min(high, output)));
    }
  }

  private boolean residual() {
    return seenTheSecondWay();
  }

  private double height(int example) {
    return residual() ? pairs().truth()[example] - pairs().predicted()[example] : pairs().truth()[example];
  }

  private Coordinates coordinates() {
    return new Coordinates(across, up, width(), height());
  }

  private int step() {
    return answer().given().length / MOST + 1;
  }

  @Override
  OptionalInt chosen() {
    Example example = model().run().observation().exampleProperty().get();
    return example.part() == answer().judged().part() ? pairs().firstOf(example.row()) : OptionalInt.empty();
  }

  // --- drawing

  @Override
  void paint(GraphicsContext g) {
    Coordinates plane = coordinates();
    if (!plane.fits()) {
      return;
    }
    Palette palette = theme().palette();
    PreparedData data = answer().judged().data();
    String target = new DataWords(lang()).target(data.dataset());
    plane.paint(g, palette, lang().numbers(), data.dataset().featureNames().get(0),
        residual() ? lang().say("plots.residual", target) : target);
    if (residual()) {
      g.setStroke(palette.color(Token.WIRE));
      g.strokeLine(plane.left(), plane.y(0), plane.right(), plane.y(0));
    } else {
      line(g, plane, palette.color(Token.ACCENT));
    }
    g.setFill(palette.color(Token.GRADIENT).deriveColor(0, 1, 1, PALE));
    double size = answer().given().length <= FEW ? POINT : SMALL;
    for (int i = 0; i < answer().given().length; i += step()) {
      g.fillOval(plane.x(answer().given()[i]) - size / 2, plane.y(height(i)) - size / 2, size, size);
    }
    chosen().ifPresent(example -> Mark.ring(g, palette, plane.x(answer().given()[example]), plane.y(height(example))));
  }

  /** The prediction, as far as it is within the picture. */
  private void line(GraphicsContext g, Coordinates plane, Color color) {
    g.setStroke(color);
    g.setLineWidth(2);
    g.beginPath();
    boolean drawing = false;
    for (int i = 0; i < answer().inputs().length; i++) {
      double value = answer().outputs()[i];
      boolean within = value >= up.low() - (up.high() - up.low()) && value <= up.high() + (up.high() - up.low());
      if (within && drawing) {
        g.lineTo(plane.x(answer().inputs()[i]), plane.y(value));
      } else if (within) {
        g.moveTo(plane.x(answer().inputs()[i]), plane.y(value));
      }
      drawing = within;
    }
    g.stroke();
    g.setLineWidth(1);
  }

  // --- mouse

  @Override
  Optional<Integer> at(MouseEvent place) {
    Coordinates plane = coordinates();
    int best = -1;
    double nearest = NEAR * NEAR;
    for (int i = 0; i < answer().given().length; i += step()) {
      double dx = plane.x(answer().given()[i]) - place.getX();
      double dy = plane.y(height(i)) - place.getY();
      if (dx * dx + dy * dy < nearest) {
        nearest = dx * dx + dy * dy;
        best = i;
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(best);
  }

  @Override
  void read(Readout readout, MouseEvent place, String said) {
    readout.showAt(place.getX(), place.getY(), width(), height(), said);
  }

  /** Beyond the first and the last there is no other. */
  @Override
  void choose(int example) {
    int chosen = Math.max(0, Math.min(answer().given().length - 1, example));
    model().run().observation().chooseExample(new Example(answer().judged().part(), pairs().rows()[chosen]));
  }

  @Override
  String say(int example) {
    PreparedData data = answer().judged().data();
    return lang().say("plots.pair_reading", partName(answer().judged().part()), pairs().rows()[example] + 1,
        new DataWords(lang()).target(data.dataset()), value(pairs().truth()[example]), value(pairs().predicted()[example]),
        number(pairs().predicted()[example] - pairs().truth()[example]));
  }
}
