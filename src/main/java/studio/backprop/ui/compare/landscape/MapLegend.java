package studio.backprop.ui.compare.landscape;

import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import studio.backprop.ui.compare.VariantColour;
import studio.backprop.ui.compare.VariantWords;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;

/** Over a presented map: the step, and of each lane its letter, its name and its loss at that step. */
final class MapLegend extends FlowPane {
  private static final int DIGITS = 3;

  private final LandscapeModel model;
  private final Lang lang;

  MapLegend(LandscapeModel model, Lang lang) {
    this.model = model;
    this.lang = lang;
    getStyleClass().add("map-legend");
    setMinHeight(USE_PREF_SIZE);
    model.frameProperty().subscribe(this::redraw);
    Sight.shown(this).subscribe(shown -> redraw());
    lang.textsProperty().subscribe(texts -> redraw());
  }

  private void redraw() {
    if (!isVisible()) {
      return;
    }
    Label step = new Label(lang.say("landscape.time.place", model.step(), model.lastStep()));
    step.getStyleClass().add("strong");
    step.setId("legend-step");
    getChildren().setAll(step);
    for (int lane = 0; lane < model.trails().size(); lane++) {
      getChildren().add(lane(lane, model.trails().get(lane)));
    }
  }

  private HBox lane(int lane, DrawnTrail trail) {
    Label letter = new Label(VariantWords.letter(lane));
    letter.getStyleClass().addAll("letter", VariantColour.style(lane));
    double loss = trail.loss(model.step());
    String said = trail.gone(model.step()) ? lang.say("landscape.table.diverged", trail.diverged().getAsLong())
        : lang.say("landscape.map.bar", Double.isNaN(loss) ? "–" : lang.numbers().aligned(loss, DIGITS));
    Label name = new Label(RacerWords.name(model, lang, lane));
    Label value = new Label(said);
    value.getStyleClass().add("strong");
    HBox one = new HBox(letter, name, value);
    one.getStyleClass().add("gap-8");
    return one;
  }
}
