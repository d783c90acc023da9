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
 * Plot of many predicted values, with scores and a switch to an alternative view. Hover reads a value; a click and the arrow keys select
 * its example. Values are indexed from 0.
 *
 * @param <A> the kind of output it draws
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

  /** @param second text key of the switch */
  ScoredPicture(OutputModel model, Lang lang, ThemeModel theme, Class<A> kind, String second) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    this.kind = kind;
    this.scores = new Scoreboard(lang);
    PlotInteraction.label(this.second, lang, second, this::remeasure);
    var pane = PlotInteraction.pane(painting, readout, this::read, this::press, this::key);
    pane.setViewOrder(-1); // a long read-out overlaps the scores
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

  // --- defined by each picture; called only while there is an output

  /** Computes the ranges of a new output or of the other view. */
  void measure() {
    // some painters measure as they paint
  }

  abstract void paint(GraphicsContext g);

  /** The value of the selected example, if it is in the picture. */
  abstract OptionalInt chosen();

  /** The value nearest to a position. */
  abstract Optional<Integer> at(MouseEvent place);

  /** Shows a text about the value at a position. */
  abstract void read(Readout readout, MouseEvent place, String said);

  /** Selects the example of a value, if it has one; the index may be out of range. */
  abstract void choose(int value);

  abstract String say(int value);

  // --- shared by the painters

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

  /** Formatted target value, with enough digits where values differ by little far from 0. */
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

  /** Keys for the previous or next value. */
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
