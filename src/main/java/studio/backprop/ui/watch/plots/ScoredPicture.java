package studio.backprop.ui.watch.plots;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import studio.backprop.data.Part;
import studio.backprop.data.Scaler;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.ThemeModel;

/**
 * A picture of many predicted values, with its scores beside it and a switch to a second way of seeing it. The mouse reads a value; a click
 * and the arrow keys choose the example it belongs to. Values are counted from 0.
 *
 * @param <A> the kind of answer it draws
 */
abstract class ScoredPicture<A extends NetworkOutput> implements Picture {
  private static final int DIGITS = 4;
  private static final int MOST_DIGITS = 9;

  private final OutputModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final Class<A> kind;
  private final Painting painting = new Painting(this::paintAnswer);
  private final Readout readout = new Readout();
  private final Scoreboard scores;
  private final ToggleButton second = new ToggleButton();
  private final Region node;
  private A answer;

  /** @param second the key of the text on the switch */
  ScoredPicture(OutputModel model, Lang lang, ThemeModel theme, Class<A> kind, String second) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    this.kind = kind;
    this.scores = new Scoreboard(lang);
    PlotInteraction.label(this.second, lang, second, this::remeasure);
    var pane = PlotInteraction.pane(painting, readout, this::read, this::press, this::key);
    pane.setViewOrder(-1); // a reading that is longer than the plot is wide lies over the scores
    this.node = new WithNotes(pane, scores);
  }

  @Override
  public final Region node() {
    return node;
  }

  @Override
  public final Optional<Node> tool() {
    return Optional.of(second);
  }

  @Override
  public final void show(NetworkOutput shown, boolean anew) {
    answer = kind.cast(shown);
    scores.show(answer.judged());
    remeasure();
  }

  @Override
  public final void mark() {
    painting.repaint();
    OptionalInt chosen = answer == null ? OptionalInt.empty() : chosen();
    painting.setAccessibleText(chosen.isPresent() ? say(chosen.getAsInt()) : "");
  }

  private void remeasure() {
    if (answer != null) {
      measure();
      mark();
    }
  }

  private void paintAnswer(GraphicsContext g, double width, double height) {
    if (answer != null) {
      paint(g);
    }
  }

  // --- what each picture says; only while there is an answer

  /** Finds out how far the values reach: there is a new answer, or it is seen in the other way. */
  void measure() {
    // a painter measures as it paints
  }

  abstract void paint(GraphicsContext g);

  /** The value of the chosen example, if it is in the picture. */
  abstract OptionalInt chosen();

  /** The value nearest to a place. */
  abstract Optional<Integer> at(MouseEvent place);

  /** Shows a sentence about the value at a place. */
  abstract void read(Readout readout, MouseEvent place, String said);

  /** Chooses the example of a value, if it has one; the value may lie beyond the first or the last. */
  abstract void choose(int value);

  abstract String say(int value);

  // --- what they draw from

  final A answer() {
    return answer;
  }

  final OutputModel model() {
    return model;
  }

  final Lang lang() {
    return lang;
  }

  final ThemeModel theme() {
    return theme;
  }

  final boolean seenTheSecondWay() {
    return second.isSelected();
  }

  final double width() {
    return painting.getWidth();
  }

  final double height() {
    return painting.getHeight();
  }

  final String number(double number) {
    return lang.numbers().significant(number, DIGITS);
  }

  /** A value of the target: where these lie far from 0 and differ by little, with the digits in which they do. */
  final String value(double number) {
    Scaler scaler = answer().judged().data().targetScaler();
    if (!scaler.isFine(0) || number == 0) {
      return number(number);
    }
    int alike = (int) Math.ceil(Math.log10(Math.abs(number) / scaler.unit(0)));
    return lang.numbers().significant(number, Math.max(DIGITS, Math.min(MOST_DIGITS, alike + DIGITS - 1)));
  }

  final String partName(Part part) {
    return lang.say("plots.part_name." + part.name().toLowerCase(Locale.ROOT));
  }

  // --- mouse and keys

  private void read(MouseEvent place) {
    readout.hide();
    if (answer != null) {
      at(place).ifPresent(value -> read(readout, place, say(value)));
    }
  }

  private void press(MouseEvent place) {
    painting.requestFocus();
    if (answer != null) {
      at(place).ifPresent(this::choose);
    }
  }

  /** To the value before or after. */
  private void key(KeyEvent key) {
    if (answer == null) {
      return;
    }
    switch (key.getCode()) {
      case LEFT, DOWN -> choose(chosen().orElse(1) - 1);
      case RIGHT, UP -> choose(chosen().orElse(-1) + 1);
      default -> {
        return;
      }
    }
    key.consume();
  }
}
