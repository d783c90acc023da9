package studio.backprop.ui.plots;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import studio.backprop.data.PreparedData;
import studio.backprop.train.observe.Example;
import studio.backprop.ui.kit.Coordinates;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Mark;
import studio.backprop.ui.kit.Painting;
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
final class PairsView implements Picture {
  private static final double NEAR = 12;
  private static final double MARK = 5;
  private static final int MOST = 1000;
  private static final double PALE = 0.6;
  private static final int DIGITS = 4;

  private final OutputModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private final Readout readout = new Readout();
  private final Scoreboard scores;
  private final ToggleButton residuals = new ToggleButton();
  private final Region node;
  private NetworkOutput.Pairs answer;
  private Span across = new Span();
  private Span up = new Span();

  PairsView(OutputModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    this.scores = new Scoreboard(lang);
    Pointed.label(residuals, lang, "plots.residuals", this::measure);
    this.node = new WithNotes(Pointed.pane(painting, readout, this::read, this::press, this::key), scores);
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public Optional<Node> tool() {
    return Optional.of(residuals);
  }

  @Override
  public List<String> detail(NetworkOutput shown) {
    return List.of(lang.say("plots.at_step", shown.judged().step()));
  }

  @Override
  public void show(NetworkOutput shown, boolean anew) {
    answer = (NetworkOutput.Pairs) shown;
    scores.show(answer.judged());
    measure();
  }

  @Override
  public void mark() {
    painting.repaint();
    painting.setAccessibleText(chosen().isPresent() ? say(chosen().getAsInt()) : "");
  }

  private void measure() {
    across = new Span();
    up = new Span();
    if (answer == null) {
      return;
    }
    if (residual()) {
      up.add(0);
    }
    for (int i = 0; i < answer.truth().length; i++) {
      across.add(answer.truth()[i]);
      up.add(height(i));
    }
    if (!residual()) {
      // one scale for both, so that the line of right answers is the diagonal
      up.add(across);
      across.add(up);
    }
    mark();
  }

  private boolean residual() {
    return residuals.isSelected();
  }

  private double height(int pair) {
    return residual() ? answer.predicted()[pair] - answer.truth()[pair] : answer.predicted()[pair];
  }

  private Coordinates coordinates() {
    return new Coordinates(across, up, painting.getWidth(), painting.getHeight());
  }

  private int step() {
    return answer.truth().length / MOST + 1;
  }

  private OptionalInt chosen() {
    Example example = model.run().observation().exampleProperty().get();
    return example.part() == answer.judged().part() ? answer.firstOf(example.row()) : OptionalInt.empty();
  }

  // --- drawing

  private void paint(GraphicsContext g, double width, double height) {
    Coordinates plane = coordinates();
    if (answer == null || !plane.fits()) {
      return;
    }
    Palette palette = theme.palette();
    String target = new DataWords(lang).target(answer.judged().data().dataset());
    plane.paint(
        g, palette, lang.numbers(), lang.say("plots.true", target), lang.say(residual() ? "plots.residual" : "plots.predicted", target));
    g.setStroke(palette.color(Token.WIRE));
    g.strokeLine(plane.left(), plane.y(residual() ? 0 : across.low()), plane.right(), plane.y(residual() ? 0 : across.high()));
    Color color = palette.color(Token.ACCENT_TEXT);
    g.setFill(color.deriveColor(0, 1, 1, PALE));
    for (int i = 0; i < answer.truth().length; i += step()) {
      g.fillOval(plane.x(answer.truth()[i]) - MARK / 2, plane.y(height(i)) - MARK / 2, MARK, MARK);
    }
    chosen().ifPresent(pair -> Mark.ring(g, palette, plane.x(answer.truth()[pair]), plane.y(height(pair))));
  }

  // --- mouse and keys

  private Optional<Integer> at(MouseEvent place) {
    Coordinates plane = coordinates();
    int best = -1;
    double nearest = NEAR * NEAR;
    for (int i = 0; answer != null && i < answer.truth().length; i += step()) {
      double dx = plane.x(answer.truth()[i]) - place.getX();
      double dy = plane.y(height(i)) - place.getY();
      if (dx * dx + dy * dy < nearest) {
        nearest = dx * dx + dy * dy;
        best = i;
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(best);
  }

  private void read(MouseEvent place) {
    readout.hide();
    at(place).ifPresent(row -> readout.showAt(place.getX(), place.getY(), painting.getWidth(), painting.getHeight(), say(row)));
  }

  private void press(MouseEvent place) {
    painting.requestFocus();
    at(place).ifPresent(this::choose);
  }

  private void choose(int pair) {
    model.run().observation().chooseExample(new Example(answer.judged().part(), answer.rows()[pair]));
  }

  /** To the next or the former example of the judged part. */
  private void key(KeyEvent key) {
    if (answer == null) {
      return;
    }
    int pairs = answer.truth().length;
    switch (key.getCode()) {
      case LEFT, DOWN -> choose(Math.max(0, chosen().orElse(1) - 1));
      case RIGHT, UP -> choose(Math.min(pairs - 1, chosen().orElse(-1) + 1));
      default -> {
        return;
      }
    }
    key.consume();
  }

  private String say(int pair) {
    PreparedData data = answer.judged().data();
    String part = lang.say("plots.part_name." + answer.judged().part().name().toLowerCase(Locale.ROOT));
    return lang.say(
        "plots.pair_reading", part, answer.rows()[pair] + 1, new DataWords(lang).target(data.dataset()), number(answer.truth()[pair]),
        number(answer.predicted()[pair]), number(answer.predicted()[pair] - answer.truth()[pair]));
  }

  private String number(double number) {
    return lang.numbers().significant(number, DIGITS);
  }
}
