package studio.backprop.ui.watch.plots;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import studio.backprop.data.Part;
import studio.backprop.data.Series;
import studio.backprop.observe.Example;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.workspace.run.DataTexts;

/** Time series with the network's forecast. A click selects the example whose target is there. */
final class ForecastView extends ScoredPicture<NetworkOutput.Forecast> {
  ForecastView(OutputModel model, Lang lang, ThemeModel theme) {
    super(model, lang, theme, NetworkOutput.Forecast.class, "plots.held_back");
  }

  /** With the error of the naive forecast, the baseline to beat: the last known value repeated. */
  @Override
  public List<String> detail(NetworkOutput shown) {
    String naive = lang().numbers().significant(((NetworkOutput.Forecast) shown).naive(), 3);
    return List.of(lang().say("plots.forecast_detail", lang().say("plots.at_step", shown.judged().step()), naive));
  }

  private ForecastPainter painter() {
    return new ForecastPainter(answer(), seenTheSecondWay(), width(), height());
  }

  @Override
  void paint(GraphicsContext g) {
    ForecastPainter painter = painter();
    if (painter.fits()) {
      painter.paint(g, theme().palette(), lang(), chosen());
    }
  }

  /** The value that is the target of the selected example. */
  @Override
  OptionalInt chosen() {
    Example example = model().run().observation().exampleProperty().get().within(answer().judged().data());
    return OptionalInt.of(answer().series().answerTo(answer().judged().data().split().row(example.part(), example.row())));
  }

  @Override
  Optional<Integer> at(MouseEvent place) {
    return painter().at(place.getX());
  }

  @Override
  void read(Readout readout, MouseEvent place, String said) {
    ForecastPainter painter = painter();
    readout.show(place.getX(), painter.top(), painter.bottom(), painter.left(), width(), said);
  }

  /** Values that are no example's target cannot be selected. */
  @Override
  void choose(int value) {
    answer().exampleOf(value).ifPresent(model().run().observation()::chooseExample);
  }

  @Override
  String say(int value) {
    Series series = answer().series();
    String time = new TimeAxis(series).say(value, lang());
    String truth = value(series.value(value));
    String target = new DataTexts(lang()).target(answer().judged().data().dataset());
    double predicted = answer().predicted()[value];
    Optional<Part> part = answer().exampleOf(value).map(Example::part);
    if (Double.isNaN(predicted) || part.isEmpty()) {
      return lang().say("plots.series_reading", time, target, truth);
    }
    return lang().say(
        "plots.forecast_reading", time, partName(part.get()), target, truth, value(predicted), number(predicted - series.value(value)));
  }
}
