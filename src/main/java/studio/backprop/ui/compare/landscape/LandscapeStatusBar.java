package studio.backprop.ui.compare.landscape;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.landscape.surface.SurfacePoint;
import studio.backprop.project.TrainingSettings;
import studio.backprop.ui.compare.comparison.VariantTexts;
import studio.backprop.ui.kit.Lang;

/** Status bar: current step, variant with the lowest loss, and rows of the loss. */
final class LandscapeStatusBar extends HBox {
  private static final int DIGITS = 3;

  private final LandscapeModel model;
  private final Lang lang;
  private final Label looking = new Label();
  private final Label lowest = new Label();
  private final Label facts = new Label();

  LandscapeStatusBar(LandscapeModel model, Lang lang) {
    this.model = model;
    this.lang = lang;
    getStyleClass().add("landscape-foot");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    looking.setId("landscape-looking");
    lowest.setId("landscape-lowest");
    getChildren().addAll(looking, lowest, gap, facts);
    for (Label one : new Label[] {looking, lowest, facts}) {
      one.setMinWidth(0);
    }
    model.frameProperty().subscribe(this::redraw);
    lang.textsProperty().subscribe(texts -> redraw());
  }

  private void redraw() {
    long last = model.lastStep();
    boolean computing = model.surfaceProperty().get().isEmpty() && !model.twins().playing() && model.network().working();
    looking.setText(last == 0 ? lang.say("landscape.foot.none") : computing ? lang.say("landscape.computing")
        : model.step() < last ? lang.say("landscape.foot.past", model.step()) : lang.say("landscape.foot.last", last));
    lowest.setText(best().map(variant -> lang.say("landscape.foot.lowest", VariantTexts.letter(variant), written(end(variant))))
        .orElse(""));
    facts.setText(model.race().map(race -> lang.say("landscape.foot.surface", race.steps(), place(race.start())))
        .orElseGet(() -> model.sheet().map(this::network).orElse("")));
  }

  private Optional<Integer> best() {
    return IntStream.range(0, model.lastStep() == 0 ? 0 : model.trails().size()).boxed()
        .filter(variant -> model.trails().get(variant).diverged().isEmpty() && !Double.isNaN(end(variant)))
        .min(Comparator.comparingDouble(this::end));
  }

  private double end(int variant) {
    DrawnTrail trail = model.trails().get(variant);
    return trail.losses()[trail.size() - 1];
  }

  private String network(LossLandscapeState sheet) {
    TrainingSettings training = sheet.walked().get(sheet.lane()).project().training();
    return lang.say("landscape.foot.network", sheet.rows(), training.batch(), lang.numbers().whole(training.seed()));
  }

  private String place(SurfacePoint at) {
    return lang.say("landscape.foot.place", written(at.x()), written(at.y()));
  }

  private String written(double value) {
    return lang.numbers().significant(value, DIGITS);
  }
}
