package studio.backprop.ui.compare.landscape;

import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backprop.ui.compare.comparison.VariantColour;
import studio.backprop.ui.compare.comparison.VariantTexts;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;

/** Legend of a presented map: step, letter, name and loss of each variant, and limitations. */
final class MapLegend extends VBox {
  private static final int DIGITS = 3;

  private final LandscapeModel model;
  private final Lang lang;
  private final LandscapeTexts words;
  private final FlowPane variants = new FlowPane();
  private final Label note = new Label();

  MapLegend(LandscapeModel model, Lang lang, LandscapeTexts words) {
    this.model = model;
    this.lang = lang;
    this.words = words;
    note.setId("legend-note");
    note.getStyleClass().add("note");
    note.setGraphic(Icon.INFO.view());
    note.setWrapText(true);
    getStyleClass().add("map-legend");
    setMinHeight(USE_PREF_SIZE);
    note.setMinHeight(USE_PREF_SIZE);
    variants.getStyleClass().add("legend-lanes");
    variants.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(variants, note);
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
    variants.getChildren().setAll(step);
    for (int variant = 0; variant < model.trails().size(); variant++) {
      variants.getChildren().add(lane(variant, model.trails().get(variant)));
    }
    note.setText(words.note());
    Sight.show(note, model.surfaceProperty().get().isEmpty() && model.sheet().isPresent());
  }

  private HBox lane(int variant, DrawnTrail trail) {
    Label letter = new Label(VariantTexts.letter(variant));
    letter.getStyleClass().addAll("letter", VariantColour.style(variant));
    double loss = trail.loss(model.step());
    String said = trail.gone(model.step()) ? lang.say("landscape.table.diverged", trail.diverged().getAsLong())
        : lang.say("landscape.map.bar", Double.isNaN(loss) ? "–" : lang.numbers().aligned(loss, DIGITS));
    Label name = new Label(RacerTexts.name(model, lang, variant));
    Label value = new Label(said);
    value.getStyleClass().add("strong");
    HBox one = new HBox(letter, name, value);
    one.getStyleClass().add("gap-8");
    int at = trail.placeAt(model.step());
    if (model.surfaceProperty().get().isEmpty() && !trail.gone(model.step()) && trail.differs(at)) {
      Label drawn = new Label(lang.say("landscape.map.bar.drawn", lang.numbers().aligned(trail.drawn()[at], DIGITS)));
      drawn.getStyleClass().add("warn");
      drawn.setGraphic(Icon.WARNING.view());
      one.getChildren().add(drawn);
    }
    return one;
  }
}
