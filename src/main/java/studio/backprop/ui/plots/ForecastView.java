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
import studio.backprop.data.Part;
import studio.backprop.data.Series;
import studio.backprop.train.observe.Example;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.run.DataWords;

/** A time series and what the network foretold of it, over time. A click chooses the example whose answer lies there. */
final class ForecastView implements Picture {
  private static final int DIGITS = 4;

  private final OutputModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private final Readout readout = new Readout();
  private final Scoreboard scores;
  private final ToggleButton heldBack = new ToggleButton();
  private final Region node;
  private NetworkOutput.Forecast answer;

  ForecastView(OutputModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    this.scores = new Scoreboard(lang);
    Pointed.label(heldBack, lang, "plots.held_back", this::mark);
    this.node = new WithNotes(Pointed.pane(painting, readout, this::read, this::press, this::key), scores);
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public Optional<Node> tool() {
    return Optional.of(heldBack);
  }

  /** The figure to beat: a network that only repeats what it saw last has learned nothing. */
  @Override
  public List<String> detail(NetworkOutput shown) {
    String naive = lang.numbers().significant(((NetworkOutput.Forecast) shown).naive(), 3);
    return List.of(lang.say("plots.forecast_detail", lang.say("plots.at_step", shown.judged().step()), naive));
  }

  @Override
  public void show(NetworkOutput shown, boolean anew) {
    answer = (NetworkOutput.Forecast) shown;
    scores.show(answer.judged());
    mark();
  }

  @Override
  public void mark() {
    painting.repaint();
    OptionalInt chosen = chosen();
    painting.setAccessibleText(chosen.isPresent() ? say(chosen.getAsInt()) : "");
  }

  private ForecastPainter painter() {
    return new ForecastPainter(answer, heldBack.isSelected(), painting.getWidth(), painting.getHeight());
  }

  private void paint(GraphicsContext g, double width, double height) {
    ForecastPainter painter = answer == null ? null : painter();
    if (painter != null && painter.fits()) {
      painter.paint(g, theme.palette(), lang, chosen());
    }
  }

  /** The value that is the answer of the chosen example. */
  private OptionalInt chosen() {
    if (answer == null) {
      return OptionalInt.empty();
    }
    Example example = model.run().observation().exampleProperty().get().within(answer.judged().data());
    return OptionalInt.of(answer.series().answerTo(answer.judged().data().split().row(example.part(), example.row())));
  }

  // --- mouse and keys

  private void read(MouseEvent place) {
    readout.hide();
    if (answer != null) {
      painter().at(place.getX()).ifPresent(
          value -> readout.show(place.getX(), painter().top(), painter().bottom(), painter().left(), painting.getWidth(), say(value)));
    }
  }

  private void press(MouseEvent place) {
    painting.requestFocus();
    if (answer != null) {
      painter().at(place.getX()).ifPresent(this::choose);
    }
  }

  private void choose(int value) {
    answer.exampleOf(value).ifPresent(model.run().observation()::chooseExample);
  }

  /** To the answer before or after. */
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

  private String say(int value) {
    Series series = answer.series();
    String time = new TimeAxis(series).say(value, lang);
    String truth = number(series.value(value));
    String target = new DataWords(lang).target(answer.judged().data().dataset());
    float predicted = answer.predicted()[value];
    Optional<Part> part = answer.exampleOf(value).map(Example::part);
    if (Float.isNaN(predicted) || part.isEmpty()) {
      return lang.say("plots.series_reading", time, target, truth);
    }
    String partName = lang.say("plots.part_name." + part.get().name().toLowerCase(Locale.ROOT));
    return lang.say("plots.forecast_reading", time, partName, target, truth, number(predicted), number(predicted - series.value(value)));
  }

  private String number(double number) {
    return lang.numbers().significant(number, DIGITS);
  }
}
