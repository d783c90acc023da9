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
 * A regression: predicted against true values, where a prediction on the line is right, or how far each is off. A click chooses an
 * example.
 */
final class PairsView extends ScoredPicture<NetworkOutput.Pairs> {
  private static final double NEAR = 12;
  private static final double MARK = 5;
  private static final int MOST = 1000;
  private static final double PALE = 0.6;

  private Span across = new Span();
  private Span up = new Span();

  PairsView(OutputModel model, Lang lang, ThemeModel theme) {
    super(model, lang, theme, NetworkOutput.Pairs.class, "plots.residuals");
  }

  @Override
  public List<String> detail(NetworkOutput shown) {
    return List.of(lang().say("plots.at_step", shown.judged().step()));
  }

  @Override
  void measure() {
    across = new Span();
    up = new Span();
    if (residual()) {
      up.add(0);
    }
    for (int i = 0; i < answer().truth().length; i++) {
      across.add(answer().truth()[i]);
      up.add(height(i));
    }
    if (!residual()) {
      // one scale for both, so that the line of right answers is the diagonal
      up.add(across);
      across.add(up);
    }
  }

  private boolean residual() {
    return seenTheSecondWay();
  }

  private double height(int pair) {
    return residual() ? answer().truth()[pair] - answer().predicted()[pair] : answer().predicted()[pair];
  }

  private Coordinates coordinates() {
    return new Coordinates(across, up, width(), height());
  }

  private int step() {
    return answer().truth().length / MOST + 1;
  }

  @Override
  OptionalInt chosen() {
    Example example = model().run().observation().exampleProperty().get();
    return example.part() == answer().judged().part() ? answer().firstOf(example.row()) : OptionalInt.empty();
  }

  // --- drawing

  @Override
  void paint(GraphicsContext g) {
    Coordinates plane = coordinates();
    if (!plane.fits()) {
      return;
    }
    Palette palette = theme().palette();
    String target = new DataWords(lang()).target(answer().judged().data().dataset());
    plane.paint(
        g, palette, lang().numbers(), lang().say("plots.true", target),
        lang().say(residual() ? "plots.residual" : "plots.predicted", target));
    g.setStroke(palette.color(Token.WIRE));
    g.strokeLine(plane.left(), plane.y(residual() ? 0 : across.low()), plane.right(), plane.y(residual() ? 0 : across.high()));
    Color color = palette.color(Token.ACCENT_TEXT);
    g.setFill(color.deriveColor(0, 1, 1, PALE));
    for (int i = 0; i < answer().truth().length; i += step()) {
      g.fillOval(plane.x(answer().truth()[i]) - MARK / 2, plane.y(height(i)) - MARK / 2, MARK, MARK);
    }
    chosen().ifPresent(pair -> Mark.ring(g, palette, plane.x(answer().truth()[pair]), plane.y(height(pair))));
  }

  // --- mouse

  @Override
  Optional<Integer> at(MouseEvent place) {
    Coordinates plane = coordinates();
    int best = -1;
    double nearest = NEAR * NEAR;
    for (int i = 0; i < answer().truth().length; i += step()) {
      double dx = plane.x(answer().truth()[i]) - place.getX();
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
  void choose(int pair) {
    int chosen = Math.max(0, Math.min(answer().truth().length - 1, pair));
    model().run().observation().chooseExample(new Example(answer().judged().part(), answer().rows()[chosen]));
  }

  @Override
  String say(int pair) {
    PreparedData data = answer().judged().data();
    String part = partName(answer().judged().part());
    return lang().say(
        "plots.pair_reading", part, answer().rows()[pair] + 1, new DataWords(lang()).target(data.dataset()), value(answer().truth()[pair]),
        value(answer().predicted()[pair]), number(answer().predicted()[pair] - answer().truth()[pair]));
  }
}
