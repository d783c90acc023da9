package studio.backprop.ui.compare.landscape;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.compare.VariantOutput;
import studio.backprop.ui.compare.comparison.VariantOutputView;
import studio.backprop.ui.kit.CloseButton;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.ThemeModel;

/** Card with the network's output at a clicked point of the map. */
final class LandscapePointCard extends VBox {
  private static final int DIGITS = 3;

  private final LandscapeModel model;
  private final Lang lang;
  private final Label loss = new Label();
  private final VariantOutputView output;

  LandscapePointCard(LandscapeModel model, Lang lang, Hints hints, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    getStyleClass().addAll("point-card", "card");
    Label title = new Label();
    title.getStyleClass().add("panel-title");
    title.textProperty().bind(lang.bind("landscape.point"));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button close = new CloseButton(model.network()::leavePoint, "bare");
    close.setId("close-point");
    hints.explain(close, "landscape.point.close");
    HBox head = new HBox(title, gap, close);
    head.getStyleClass().add("lane-head");
    loss.setId("point-loss");
    loss.setWrapText(true);
    loss.setMinHeight(USE_PREF_SIZE);
    output = new VariantOutputView(
        () -> point().map(PlanePoint::output).orElseGet(VariantOutput.Nothing::new), () -> point().map(PlanePoint::data), () -> true, lang,
        theme);
    getChildren().addAll(head, loss, output);
    model.frameProperty().subscribe(this::redraw);
    lang.textsProperty().subscribe(texts -> redraw());
  }

  private Optional<PlanePoint> point() {
    return model.race().isPresent() ? Optional.empty() : model.network().point();
  }

  private void redraw() {
    Sight.show(this, point().isPresent());
    point().ifPresent(point -> {
      loss.setText(lang.say("landscape.point.loss", lang.numbers().significant(point.loss(), DIGITS),
          lang.numbers().significant(point.a(), DIGITS), lang.numbers().significant(point.b(), DIGITS)));
      output.redraw();
    });
  }
}
